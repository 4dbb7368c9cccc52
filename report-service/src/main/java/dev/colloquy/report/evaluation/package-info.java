/** Evaluations as they may be shown: every quote was found in the transcript, every score has a quote. */
@NullMarked
package dev.colloquy.report.evaluation;

import org.jspecify.annotations.NullMarked;
