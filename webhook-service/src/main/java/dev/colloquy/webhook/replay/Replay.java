package dev.colloquy.webhook.replay;

import dev.colloquy.webhook.signature.Provider;
import java.util.UUID;

/** A replay that has just begun. */
record Replay(UUID delivery, int number, Provider provider, String kind, String signedWith) {}
