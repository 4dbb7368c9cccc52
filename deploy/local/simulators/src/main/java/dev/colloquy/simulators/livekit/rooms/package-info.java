/** Rooms that live and die, their participants, tracks and data. */
@NullMarked
package dev.colloquy.simulators.livekit.rooms;

import org.jspecify.annotations.NullMarked;
