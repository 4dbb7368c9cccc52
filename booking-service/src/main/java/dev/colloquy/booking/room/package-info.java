/** Seats in LiveKit rooms: tokens that let one candidate in and send the agent along. */
@NullMarked
package dev.colloquy.booking.room;

import org.jspecify.annotations.NullMarked;
