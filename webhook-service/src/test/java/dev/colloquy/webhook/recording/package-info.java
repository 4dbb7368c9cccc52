@NullMarked
package dev.colloquy.webhook.recording;

import org.jspecify.annotations.NullMarked;
