/** Brings the evaluation of a finished report into the interview's results. */
@NullMarked
package dev.colloquy.session.evaluation;

import org.jspecify.annotations.NullMarked;
