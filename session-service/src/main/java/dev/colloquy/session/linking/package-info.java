/** Finds the interview a provider's conversation belongs to and takes its transcript over. */
@NullMarked
package dev.colloquy.session.linking;

import org.jspecify.annotations.NullMarked;
