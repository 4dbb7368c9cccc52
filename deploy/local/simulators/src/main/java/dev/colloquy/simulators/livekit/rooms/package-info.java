/** Rooms that live and die, their participants and agent dispatches. */
@NullMarked
package dev.colloquy.simulators.livekit.rooms;

import org.jspecify.annotations.NullMarked;
