@NullMarked
package dev.colloquy.report;

import org.jspecify.annotations.NullMarked;
