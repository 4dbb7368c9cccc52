/** Which models there are, and until when. */
@NullMarked
package dev.colloquy.simulators.openai.catalogue;

import org.jspecify.annotations.NullMarked;
