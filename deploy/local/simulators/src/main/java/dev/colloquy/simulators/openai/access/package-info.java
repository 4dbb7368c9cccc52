/** Who may call OpenAI, and how it says no. */
@NullMarked
package dev.colloquy.simulators.openai.access;

import org.jspecify.annotations.NullMarked;
