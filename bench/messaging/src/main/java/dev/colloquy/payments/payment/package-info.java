/** Owns accounts and payments; publishes that a payment was made. */
@NullMarked
package dev.colloquy.payments.payment;

import org.jspecify.annotations.NullMarked;
