package dev.colloquy.booking.scheduling;

import dev.colloquy.booking.link.LinkToken;
import java.util.UUID;

/** A booking that the same request has made before. */
record EarlierBooking(UUID bookingId, LinkToken link) {}
