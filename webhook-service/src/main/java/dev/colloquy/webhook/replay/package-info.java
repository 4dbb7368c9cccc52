/**
 * Deliveries that an operator has processed again, each time as a new event, and who did. Owns table
 * {@code delivery_replay}.
 */
@NullMarked
package dev.colloquy.webhook.replay;

import org.jspecify.annotations.NullMarked;
