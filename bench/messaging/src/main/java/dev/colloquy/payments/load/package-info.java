/** Makes payments, many at a time, and measures what they cost. */
@NullMarked
package dev.colloquy.payments.load;

import org.jspecify.annotations.NullMarked;
