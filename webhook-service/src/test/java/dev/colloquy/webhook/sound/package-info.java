@NullMarked
package dev.colloquy.webhook.sound;

import org.jspecify.annotations.NullMarked;
