/**
 * What an uploaded file is and what it says. Content must match the extension; text is read by a parser in a process
 * of its own, which is killed when it hangs and may die without harm.
 */
@NullMarked
package dev.colloquy.booking.document;

import org.jspecify.annotations.NullMarked;
