/** Post-call webhooks: signed, sent once unless retries are switched on. */
@NullMarked
package dev.colloquy.simulators.elevenlabs.webhooks;

import org.jspecify.annotations.NullMarked;
