/** The Responses API: the same model as chat completions, in the other shape; answers come whole. */
@NullMarked
package dev.colloquy.simulators.openai.responses;

import org.jspecify.annotations.NullMarked;
