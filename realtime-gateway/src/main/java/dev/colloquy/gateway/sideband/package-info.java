/** Follows calls from the server: hears both sides, tells session-service, and keeps the session as it was agreed. */
@NullMarked
package dev.colloquy.gateway.sideband;

import org.jspecify.annotations.NullMarked;
