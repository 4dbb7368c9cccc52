/** What was said, by whom, as told by the agent, the gateway, the provider or the client. */
@NullMarked
package dev.colloquy.session.transcript;

import org.jspecify.annotations.NullMarked;
