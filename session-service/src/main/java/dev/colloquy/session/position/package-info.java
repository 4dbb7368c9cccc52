/** What candidates are interviewed for: tenants and their positions. Publishes {@code position-updated}. */
@NullMarked
package dev.colloquy.session.position;

import org.jspecify.annotations.NullMarked;
