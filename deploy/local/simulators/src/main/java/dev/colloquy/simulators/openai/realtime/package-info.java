/** Realtime calls: opening and hanging up, client secrets, the sideband socket and the scripted conversation on it. */
@NullMarked
package dev.colloquy.simulators.openai.realtime;

import org.jspecify.annotations.NullMarked;
