/** How the calls of interviews were set up, kept for whoever must find out why one was not. */
@NullMarked
package dev.colloquy.session.signalling;

import org.jspecify.annotations.NullMarked;
