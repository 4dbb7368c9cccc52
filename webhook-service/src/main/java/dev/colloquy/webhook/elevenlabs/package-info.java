/** ElevenLabs' post-call webhooks: which conversation is complete, and where its content and its sound are. */
@NullMarked
package dev.colloquy.webhook.elevenlabs;

import org.jspecify.annotations.NullMarked;
