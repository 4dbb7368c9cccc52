/** What an interview's client must not miss, in order, until the interview is over. Owns {@code journal_entry}. */
@NullMarked
package dev.colloquy.gateway.journal;

import org.jspecify.annotations.NullMarked;
