/** LiveKit's webhooks: signing, one ordered queue per key, its retry and drop rules. */
@NullMarked
package dev.colloquy.simulators.livekit.webhooks;

import org.jspecify.annotations.NullMarked;
