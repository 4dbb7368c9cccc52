/** The interview's row, its routes, and the one way to add facts to it. Publishes {@code interview-ended} and
 * {@code interview-finalised}. */
@NullMarked
package dev.colloquy.session.interview;

import org.jspecify.annotations.NullMarked;
