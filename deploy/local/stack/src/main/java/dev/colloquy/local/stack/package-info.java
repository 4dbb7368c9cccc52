/** Starts, watches and stops the processes of a local stack, and tells where everything is. */
@NullMarked
package dev.colloquy.local.stack;

import org.jspecify.annotations.NullMarked;
