/** Conversations that belong to no interview yet: some wait for their session, some for an operator to choose. */
@NullMarked
package dev.colloquy.session.parking;

import org.jspecify.annotations.NullMarked;
