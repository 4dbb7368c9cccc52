/**
 * Plays whole interviews against a running stack, over HTTP and WebSocket through the edge, as a candidate's browser
 * and a provider would. {@code ./colloquy demo} prints it step by step; the integration test asserts it.
 */
@NullMarked
package dev.colloquy.local.demo;

import org.jspecify.annotations.NullMarked;
