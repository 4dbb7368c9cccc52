/** What a candidate sends to book: read and checked as a whole, so that everything wrong is told at once. */
@NullMarked
package dev.colloquy.booking.application;

import org.jspecify.annotations.NullMarked;
