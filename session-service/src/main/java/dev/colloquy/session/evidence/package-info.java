/** What other services witnessed of rooms, connections and recordings. */
@NullMarked
package dev.colloquy.session.evidence;

import org.jspecify.annotations.NullMarked;
