/** Chat completions: answers that fit the given schema, by fixed rules over the given messages. */
@NullMarked
package dev.colloquy.simulators.openai.chat;

import org.jspecify.annotations.NullMarked;
