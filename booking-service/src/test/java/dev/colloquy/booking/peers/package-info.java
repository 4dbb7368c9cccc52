/** The services around this one, as small real servers. */
@NullMarked
package dev.colloquy.booking.peers;

import org.jspecify.annotations.NullMarked;
