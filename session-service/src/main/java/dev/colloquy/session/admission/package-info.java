/** How booked interviews come into being: scheduled, cancelled, admitted. */
@NullMarked
package dev.colloquy.session.admission;

import org.jspecify.annotations.NullMarked;
