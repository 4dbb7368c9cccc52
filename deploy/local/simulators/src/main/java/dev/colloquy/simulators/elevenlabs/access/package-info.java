/** Who may call ElevenLabs, and how it says no. */
@NullMarked
package dev.colloquy.simulators.elevenlabs.access;

import org.jspecify.annotations.NullMarked;
