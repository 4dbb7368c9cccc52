/** Scripted interviews: an interviewer's questions, the kinds of candidates who answer them, and who plays which where. */
@NullMarked
package dev.colloquy.simulators.script;

import org.jspecify.annotations.NullMarked;
