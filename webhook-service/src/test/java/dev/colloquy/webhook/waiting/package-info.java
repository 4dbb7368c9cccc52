@NullMarked
package dev.colloquy.webhook.waiting;

import org.jspecify.annotations.NullMarked;
