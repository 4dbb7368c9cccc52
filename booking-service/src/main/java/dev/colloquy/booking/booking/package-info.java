/**
 * Bookings and the candidates who made them. Owns the tables {@code booking} and {@code candidate}; learns from
 * {@code interview-ended} that a booking is over.
 */
@NullMarked
package dev.colloquy.booking.booking;

import org.jspecify.annotations.NullMarked;
