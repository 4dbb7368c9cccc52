/**
 * Writes a report for every final version of an interview, exactly once. Owns table {@code report}; publishes
 * {@code report-updated}.
 */
@NullMarked
package dev.colloquy.report.writing;

import org.jspecify.annotations.NullMarked;
