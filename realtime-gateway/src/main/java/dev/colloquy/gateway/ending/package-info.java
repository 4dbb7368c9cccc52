/** What happens when an interview is over: sockets close, the room is torn down. Owns {@code teardown}. */
@NullMarked
package dev.colloquy.gateway.ending;

import org.jspecify.annotations.NullMarked;
