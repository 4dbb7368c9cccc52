/**
 * Tells the callers of an interview how it stands and what is said, as it happens, by server-sent events. Every replica
 * tells its own callers; the database wakes them all.
 */
@NullMarked
package dev.colloquy.session.live;

import org.jspecify.annotations.NullMarked;
