/** The only door to LiveKit's server API. */
@NullMarked
package dev.colloquy.gateway.room;

import org.jspecify.annotations.NullMarked;
