/** Coming in with the link: admission by session-service, then a seat in the room and a bearer. */
@NullMarked
package dev.colloquy.booking.joining;

import org.jspecify.annotations.NullMarked;
