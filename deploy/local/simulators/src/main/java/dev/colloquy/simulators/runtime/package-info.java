/** What every simulator runs on: environment, scalable time, ids, outgoing posts. */
@NullMarked
package dev.colloquy.simulators.runtime;

import org.jspecify.annotations.NullMarked;
