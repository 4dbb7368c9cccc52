package dev.colloquy.simulators.openai.webhooks;

import java.net.URI;

/** Where webhooks go, and the secret of that endpoint. */
public record WebhookTarget(URI url, String secret) {

    public WebhookTarget {
        var _ = new StandardSignature(secret);
    }
}
