/** What candidates are interviewed for: the positions of each tenant. Publishes {@code position-updated}. */
@NullMarked
package dev.colloquy.session.position;

import org.jspecify.annotations.NullMarked;
