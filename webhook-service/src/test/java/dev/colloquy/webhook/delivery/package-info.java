@NullMarked
package dev.colloquy.webhook.delivery;

import org.jspecify.annotations.NullMarked;
