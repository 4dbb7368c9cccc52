/** The LiveKit simulator: puts tokens, rooms, agents, egress and webhooks together. */
@NullMarked
package dev.colloquy.simulators.livekit;

import org.jspecify.annotations.NullMarked;
