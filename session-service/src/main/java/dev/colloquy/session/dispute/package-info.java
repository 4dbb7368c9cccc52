/** What candidates say against what was transcribed of them. */
@NullMarked
package dev.colloquy.session.dispute;

import org.jspecify.annotations.NullMarked;
