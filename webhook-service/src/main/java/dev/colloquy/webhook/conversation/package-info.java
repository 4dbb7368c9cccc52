/** Asks ElevenLabs for conversations, by their ids or by ours in them, with the key of the tenant whose they are. */
@NullMarked
package dev.colloquy.webhook.conversation;

import org.jspecify.annotations.NullMarked;
