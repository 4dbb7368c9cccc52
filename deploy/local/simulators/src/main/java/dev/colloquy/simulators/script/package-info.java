/** The scripted interview both voices follow. */
@NullMarked
package dev.colloquy.simulators.script;

import org.jspecify.annotations.NullMarked;
