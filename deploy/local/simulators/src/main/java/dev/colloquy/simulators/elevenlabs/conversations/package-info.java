/** Conversations: how they come about, what was said in them, and how they are read. */
@NullMarked
package dev.colloquy.simulators.elevenlabs.conversations;

import org.jspecify.annotations.NullMarked;
