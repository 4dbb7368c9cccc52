/** What session-service knows of a final interview: the criteria and what was said. */
@NullMarked
package dev.colloquy.report.dossier;

import org.jspecify.annotations.NullMarked;
