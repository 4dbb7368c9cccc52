/**
 * What was committed is published, what was published takes effect once. A service adds to the {@link Outbox} in its
 * own transaction, wraps each consumer's effect in the {@link Inbox}, and hands everything that needs a remote call to
 * {@link LeasedWork}. Knows nothing of interviews.
 */
@NullMarked
package dev.colloquy.messaging;

import org.jspecify.annotations.NullMarked;
