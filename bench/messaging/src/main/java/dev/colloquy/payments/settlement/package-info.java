/** Owns settlements: leased work that takes its time. */
@NullMarked
package dev.colloquy.payments.settlement;

import org.jspecify.annotations.NullMarked;
