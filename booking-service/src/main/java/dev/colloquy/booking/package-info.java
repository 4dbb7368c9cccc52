/** Who meets when: what the features of this service share, namely how it refuses. */
@NullMarked
package dev.colloquy.booking;

import org.jspecify.annotations.NullMarked;
