/** Agents sent into rooms: dispatches, the one registered worker, and the virtual agent it sends. */
@NullMarked
package dev.colloquy.simulators.livekit.agents;

import org.jspecify.annotations.NullMarked;
