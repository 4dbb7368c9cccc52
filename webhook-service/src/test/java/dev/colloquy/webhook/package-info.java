@NullMarked
package dev.colloquy.webhook;

import org.jspecify.annotations.NullMarked;
