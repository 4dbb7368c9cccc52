/** Forgets what providers told of people who asked for it, and keeps nothing that still comes. Owns table {@code forgotten}. */
@NullMarked
package dev.colloquy.webhook.erasure;

import org.jspecify.annotations.NullMarked;
