/** What every simulator is given: time, faults, journal, scripts and voices, in one hand. */
@NullMarked
package dev.colloquy.simulators.stage;

import org.jspecify.annotations.NullMarked;
