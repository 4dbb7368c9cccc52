/**
 * How facts change an interview: decisions, deadlines, the row. Publishes {@code interview-ended} and
 * {@code interview-finalised}.
 */
@NullMarked
package dev.colloquy.session.chronicle;

import org.jspecify.annotations.NullMarked;
