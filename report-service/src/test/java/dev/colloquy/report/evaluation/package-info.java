@NullMarked
package dev.colloquy.report.evaluation;

import org.jspecify.annotations.NullMarked;
