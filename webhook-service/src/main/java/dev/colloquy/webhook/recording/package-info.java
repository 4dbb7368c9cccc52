/**
 * How interviews' recordings ended: each egress is told once, by webhook, by asking LiveKit, or by giving up waiting.
 * Owns table {@code recording}, publishes {@code egress-ended}.
 */
@NullMarked
package dev.colloquy.webhook.recording;

import org.jspecify.annotations.NullMarked;
