/**
 * Asks a language model for an evaluation, in whatever format it can give one. What comes back is a draft: claims that
 * nobody has verified yet.
 */
@NullMarked
package dev.colloquy.report.evaluator;

import org.jspecify.annotations.NullMarked;
