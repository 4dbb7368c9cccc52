/** When a booking may be joined for the first time: some minutes before its time until some minutes after. */
@NullMarked
package dev.colloquy.booking.window;

import org.jspecify.annotations.NullMarked;
