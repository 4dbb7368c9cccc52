/** Starts the recording of a room once its candidate is there and has agreed to it. Owns {@code recording_claim}. */
@NullMarked
package dev.colloquy.gateway.recording;

import org.jspecify.annotations.NullMarked;
