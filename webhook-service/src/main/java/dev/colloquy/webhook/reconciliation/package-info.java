/**
 * Asks providers for what they owe and have not told, at growing intervals, until it is found, told or given up; in the
 * end something is told, so that nobody waits for ever.
 */
@NullMarked
package dev.colloquy.webhook.reconciliation;

import org.jspecify.annotations.NullMarked;
