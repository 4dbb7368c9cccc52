/** The main classes of the local stack. */
@NullMarked
package dev.colloquy.local;

import org.jspecify.annotations.NullMarked;
