@NullMarked
package dev.colloquy.webhook.body;

import org.jspecify.annotations.NullMarked;
