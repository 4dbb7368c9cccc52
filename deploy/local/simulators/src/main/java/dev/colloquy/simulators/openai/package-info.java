/** The OpenAI simulator: puts realtime calls and chat completions together. */
@NullMarked
package dev.colloquy.simulators.openai;

import org.jspecify.annotations.NullMarked;
