/** OpenAI's webhooks, kept and not published: it tells of incoming telephone calls, never of the end of a call. */
@NullMarked
package dev.colloquy.webhook.openai;

import org.jspecify.annotations.NullMarked;
