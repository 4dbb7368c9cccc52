/** Owns receipts: one for each payment that was made. */
@NullMarked
package dev.colloquy.payments.receipt;

import org.jspecify.annotations.NullMarked;
