/**
 * What died in a service and what an operator can do about it: messages that the broker refused, work out of patience,
 * and events that a consumer could not use. Owns {@code dead_letter}; consumes the service's dead-letter topic.
 */
@NullMarked
package dev.colloquy.messaging.dead;

import org.jspecify.annotations.NullMarked;
