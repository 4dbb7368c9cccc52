/** The simulated language model: what it answers to a question, by fixed rules over the given messages and schema. */
@NullMarked
package dev.colloquy.simulators.openai.model;

import org.jspecify.annotations.NullMarked;
