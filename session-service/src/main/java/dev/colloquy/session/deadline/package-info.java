/** What happens when something awaited does not come. */
@NullMarked
package dev.colloquy.session.deadline;

import org.jspecify.annotations.NullMarked;
