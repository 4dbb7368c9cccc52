/**
 * What the other services are told, however we learned it: each fact once. Owns tables {@code recording} and
 * {@code presence}.
 */
@NullMarked
package dev.colloquy.webhook.telling;

import org.jspecify.annotations.NullMarked;
