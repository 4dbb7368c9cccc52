/**
 * Turns the final transcript of an interview into a report whose every quote is verified. Owns reports; publishes
 * {@code report-updated}.
 */
@NullMarked
package dev.colloquy.report;

import org.jspecify.annotations.NullMarked;
