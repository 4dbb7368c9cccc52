/** What recruiters, reviewers and other services read of reports. */
@NullMarked
package dev.colloquy.report.reading;

import org.jspecify.annotations.NullMarked;
