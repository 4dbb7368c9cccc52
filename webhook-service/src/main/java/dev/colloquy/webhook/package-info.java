/**
 * The only door for provider facts. Owns deliveries as they were sent and what is known of recordings; publishes
 * {@code room-events}, {@code egress-ended}, {@code conversation-completed} and {@code conversation-recorded}.
 */
@NullMarked
package dev.colloquy.webhook;

import org.jspecify.annotations.NullMarked;
