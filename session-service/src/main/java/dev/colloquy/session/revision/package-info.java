/** Optimistic locking over HTTP: who changes something shows which state of it he has seen. */
@NullMarked
package dev.colloquy.session.revision;

import org.jspecify.annotations.NullMarked;
