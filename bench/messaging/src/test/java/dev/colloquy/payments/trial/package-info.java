/** Real processes, a real database and a real broker, and every way to disturb them. */
@NullMarked
package dev.colloquy.payments.trial;

import org.jspecify.annotations.NullMarked;
