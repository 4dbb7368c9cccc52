/** Sees to it that a room with a candidate has its agent. */
@NullMarked
package dev.colloquy.gateway.agent;

import org.jspecify.annotations.NullMarked;
