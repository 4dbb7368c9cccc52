/** OpenAI's webhooks after the Standard Webhooks specification: sent on demand, signed, and repeated until they are taken. */
@NullMarked
package dev.colloquy.simulators.openai.webhooks;

import org.jspecify.annotations.NullMarked;
