@NullMarked
package dev.colloquy.report.reading;

import org.jspecify.annotations.NullMarked;
