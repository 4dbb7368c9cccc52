/** Who sits at which socket of this replica, and what is said to them from elsewhere. Owns {@code connection}. */
@NullMarked
package dev.colloquy.gateway.seat;

import org.jspecify.annotations.NullMarked;
