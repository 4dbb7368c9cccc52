/** How the control API reads its input and says no: problem details (RFC 9457) with the field named. */
@NullMarked
package dev.colloquy.simulators.control;

import org.jspecify.annotations.NullMarked;
