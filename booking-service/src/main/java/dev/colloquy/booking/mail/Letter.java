package dev.colloquy.booking.mail;

import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.link.LinkToken;

/** A booking to invite to, with the link to put into the mail. */
record Letter(Booking booking, LinkToken link) {}
