/** Who meets when: what the features of this service share, namely how it refuses and what time it is. */
@NullMarked
package dev.colloquy.booking;

import org.jspecify.annotations.NullMarked;
