/** The invitation mail: tried by the request that booked, then by a leased worker until SMTP accepts it. */
@NullMarked
package dev.colloquy.booking.mail;

import org.jspecify.annotations.NullMarked;
