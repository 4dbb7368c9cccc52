/** Providers who send webhooks at a given rate, as LiveKit does: some twice, some again, some forged. */
@NullMarked
package dev.colloquy.webhooks.load;

import org.jspecify.annotations.NullMarked;
