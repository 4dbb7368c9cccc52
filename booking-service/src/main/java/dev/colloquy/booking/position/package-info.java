/** What this service needs to know of positions: a copy of session-service's, kept by {@code position-updated}. */
@NullMarked
package dev.colloquy.booking.position;

import org.jspecify.annotations.NullMarked;
