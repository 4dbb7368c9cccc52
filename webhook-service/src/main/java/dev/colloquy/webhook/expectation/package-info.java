/** What providers still owe us about interviews, until it is told, found or given up. Owns table {@code expectation}. */
@NullMarked
package dev.colloquy.webhook.expectation;

import org.jspecify.annotations.NullMarked;
