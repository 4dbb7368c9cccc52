/** The agents a workspace has: whether anybody may talk to them, for how long, and with which client tool. */
@NullMarked
package dev.colloquy.simulators.elevenlabs.agents;

import org.jspecify.annotations.NullMarked;
