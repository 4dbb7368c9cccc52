/** The service as a whole: what it reads and how it refuses. */
@NullMarked
package dev.colloquy.session;

import org.jspecify.annotations.NullMarked;
