@NullMarked
package dev.colloquy.report.writing;

import org.jspecify.annotations.NullMarked;
