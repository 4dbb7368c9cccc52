/** The one public address of a local stack: routes by {@code docs/api.md}, refuses everything that is not in it. */
@NullMarked
package dev.colloquy.local.edge;

import org.jspecify.annotations.NullMarked;
