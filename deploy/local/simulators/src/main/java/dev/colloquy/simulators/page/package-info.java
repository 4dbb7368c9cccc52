/** The test page at {@code /}: plain files that talk to the control API. */
@NullMarked
package dev.colloquy.simulators.page;

import org.jspecify.annotations.NullMarked;
