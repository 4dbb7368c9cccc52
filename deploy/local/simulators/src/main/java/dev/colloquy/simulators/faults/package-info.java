/** Faults a test arms for the next webhooks and calls. */
@NullMarked
package dev.colloquy.simulators.faults;

import org.jspecify.annotations.NullMarked;
