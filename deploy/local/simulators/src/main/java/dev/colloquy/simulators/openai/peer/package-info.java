/** The far end of a WebRTC call: reads SDP offers and answers them. */
@NullMarked
package dev.colloquy.simulators.openai.peer;

import org.jspecify.annotations.NullMarked;
