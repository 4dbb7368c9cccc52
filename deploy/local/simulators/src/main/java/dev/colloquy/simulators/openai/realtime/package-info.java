/** Realtime connections: calls, client secrets, the socket for sidebands and for server audio. */
@NullMarked
package dev.colloquy.simulators.openai.realtime;

import org.jspecify.annotations.NullMarked;
