/** ElevenLabs' post-call webhooks: which conversation is complete, and where its content is stored. */
@NullMarked
package dev.colloquy.webhook.elevenlabs;

import org.jspecify.annotations.NullMarked;
