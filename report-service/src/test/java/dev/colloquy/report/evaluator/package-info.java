@NullMarked
package dev.colloquy.report.evaluator;

import org.jspecify.annotations.NullMarked;
