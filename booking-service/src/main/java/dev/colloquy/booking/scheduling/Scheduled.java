package dev.colloquy.booking.scheduling;

import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.link.LinkToken;

/** A booking and its link; {@code repeated} when the same request had made it before. */
record Scheduled(Booking booking, LinkToken link, boolean repeated) {}
