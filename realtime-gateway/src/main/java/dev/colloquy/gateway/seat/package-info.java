/** Who sits at which socket of this replica, and what is said to them from elsewhere. Owns {@code connection}, publishes
 * {@code connection-events}. */
@NullMarked
package dev.colloquy.gateway.seat;

import org.jspecify.annotations.NullMarked;
