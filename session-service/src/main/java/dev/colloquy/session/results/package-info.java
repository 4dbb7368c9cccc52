/** What people may read of an interview: results, list, and why its state is what it is. */
@NullMarked
package dev.colloquy.session.results;

import org.jspecify.annotations.NullMarked;
