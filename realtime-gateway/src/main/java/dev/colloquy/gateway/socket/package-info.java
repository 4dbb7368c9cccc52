/** The candidate's control socket: who may open it, and what is answered there. */
@NullMarked
package dev.colloquy.gateway.socket;

import org.jspecify.annotations.NullMarked;
