/** Making a booking, once for each idempotency key. Publishes {@code interview-scheduled}. */
@NullMarked
package dev.colloquy.booking.scheduling;

import org.jspecify.annotations.NullMarked;
