/** The settings of a service of payments that exists to be killed, paused and cut off. */
@NullMarked
package dev.colloquy.payments;

import org.jspecify.annotations.NullMarked;
