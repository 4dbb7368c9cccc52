/** The service as a whole: its clock and its table of refusals. */
@NullMarked
package dev.colloquy.session;

import org.jspecify.annotations.NullMarked;
