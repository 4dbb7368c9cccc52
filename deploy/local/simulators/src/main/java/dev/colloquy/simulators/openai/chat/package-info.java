/** Chat completions, whole or streamed. */
@NullMarked
package dev.colloquy.simulators.openai.chat;

import org.jspecify.annotations.NullMarked;
