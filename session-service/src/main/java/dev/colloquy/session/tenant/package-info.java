/** The customers of this installation. Each owns its rows, and nobody sees another's. */
@NullMarked
package dev.colloquy.session.tenant;

import org.jspecify.annotations.NullMarked;
