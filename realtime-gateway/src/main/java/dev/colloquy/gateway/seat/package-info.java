/**
 * Who sits at which socket of this replica, what is said to them from elsewhere, and what is told of them. Owns
 * {@code connection}.
 */
@NullMarked
package dev.colloquy.gateway.seat;

import org.jspecify.annotations.NullMarked;
