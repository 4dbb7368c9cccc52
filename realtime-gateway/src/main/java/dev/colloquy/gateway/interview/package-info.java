/** Which interviews are live: asked from session-service, and remembered once they are known to be over. */
@NullMarked
package dev.colloquy.gateway.interview;

import org.jspecify.annotations.NullMarked;
