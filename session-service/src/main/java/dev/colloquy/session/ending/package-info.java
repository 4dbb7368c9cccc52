/** Every way a caller can end an interview. */
@NullMarked
package dev.colloquy.session.ending;

import org.jspecify.annotations.NullMarked;
