@NullMarked
package dev.colloquy.webhook.elevenlabs;

import org.jspecify.annotations.NullMarked;
