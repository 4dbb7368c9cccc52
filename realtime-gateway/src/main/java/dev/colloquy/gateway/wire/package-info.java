/** The connection below a socket: how much may come over it, whether it is alive, and how it is cut. */
@NullMarked
package dev.colloquy.gateway.wire;

import org.jspecify.annotations.NullMarked;
