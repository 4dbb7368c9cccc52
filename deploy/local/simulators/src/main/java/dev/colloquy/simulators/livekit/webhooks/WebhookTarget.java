package dev.colloquy.simulators.livekit.webhooks;

import java.net.URI;
import java.util.List;

/** Who gets LiveKit's webhooks, and the key pair they are signed with. */
public record WebhookTarget(List<URI> receivers, String apiKey, String apiSecret) {}
