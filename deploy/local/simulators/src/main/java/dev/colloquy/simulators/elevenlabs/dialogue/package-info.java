/** The conversation socket: the scripted agent that speaks and listens over it. */
@NullMarked
package dev.colloquy.simulators.elevenlabs.dialogue;

import org.jspecify.annotations.NullMarked;
