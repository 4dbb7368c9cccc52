/** The candidate's control socket and the registry of those open on this replica. Owns {@code connection}. */
@NullMarked
package dev.colloquy.gateway.socket;

import org.jspecify.annotations.NullMarked;
