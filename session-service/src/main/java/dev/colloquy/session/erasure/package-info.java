/** Forgets a candidate. */
@NullMarked
package dev.colloquy.session.erasure;

import org.jspecify.annotations.NullMarked;
