/** Calls at the realtime provider, placed and hung up by the server. Owns {@code call}; publishes connection-events. */
@NullMarked
package dev.colloquy.gateway.call;

import org.jspecify.annotations.NullMarked;
