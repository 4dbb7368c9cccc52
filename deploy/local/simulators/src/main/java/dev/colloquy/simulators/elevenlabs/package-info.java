/** ElevenLabs Agents: tokens, conversations that live through their states, signed post-call webhooks. */
@NullMarked
package dev.colloquy.simulators.elevenlabs;

import org.jspecify.annotations.NullMarked;
