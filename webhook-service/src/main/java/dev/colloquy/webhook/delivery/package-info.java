/**
 * What providers told us, stored once before it is acknowledged and published once afterwards. Owns table
 * {@code delivery}; knows no provider's language, each {@link dev.colloquy.webhook.delivery.Translation} knows one.
 */
@NullMarked
package dev.colloquy.webhook.delivery;

import org.jspecify.annotations.NullMarked;
