@NullMarked
package dev.colloquy.webhook.livekit;

import org.jspecify.annotations.NullMarked;
