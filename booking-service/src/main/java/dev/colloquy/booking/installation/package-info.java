/** What every service of one installation agrees on. */
@NullMarked
package dev.colloquy.booking.installation;

import org.jspecify.annotations.NullMarked;
