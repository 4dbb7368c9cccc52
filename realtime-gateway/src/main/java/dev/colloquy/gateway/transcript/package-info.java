/** What a candidate's client says was spoken, on its way to session-service. */
@NullMarked
package dev.colloquy.gateway.transcript;

import org.jspecify.annotations.NullMarked;
