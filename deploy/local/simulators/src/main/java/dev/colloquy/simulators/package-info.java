/** One process that stands in for LiveKit, OpenAI and ElevenLabs: starts them on one port and reads the environment. */
@NullMarked
package dev.colloquy.simulators;

import org.jspecify.annotations.NullMarked;
