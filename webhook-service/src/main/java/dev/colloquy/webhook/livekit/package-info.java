/** LiveKit's webhooks: what its events mean to an interview. */
@NullMarked
package dev.colloquy.webhook.livekit;

import org.jspecify.annotations.NullMarked;
