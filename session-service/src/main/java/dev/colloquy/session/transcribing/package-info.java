/** Takes what sources tell of a conversation, batch by batch, and shows it page by page. */
@NullMarked
package dev.colloquy.session.transcribing;

import org.jspecify.annotations.NullMarked;
