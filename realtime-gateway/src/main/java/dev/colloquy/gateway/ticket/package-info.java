/** Tickets that open one socket each, for a browser that cannot show a bearer there. Owns {@code ticket}. */
@NullMarked
package dev.colloquy.gateway.ticket;

import org.jspecify.annotations.NullMarked;
