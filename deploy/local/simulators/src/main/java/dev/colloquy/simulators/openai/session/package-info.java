/** A realtime session: its configuration, its conversation with the scripted interviewer, and the events about both. */
@NullMarked
package dev.colloquy.simulators.openai.session;

import org.jspecify.annotations.NullMarked;
