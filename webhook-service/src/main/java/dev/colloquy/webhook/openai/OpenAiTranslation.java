package dev.colloquy.webhook.openai;

import dev.colloquy.events.Event;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.Translation;
import dev.colloquy.webhook.signature.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** None of its kinds is about a call of ours: how those end, the gateway sees on its own connection. */
@ApplicationScoped
class OpenAiTranslation implements Translation {

    @Override
    public Provider provider() {
        return Provider.OPENAI;
    }

    @Override
    public Optional<Event> translate(Delivery delivery) {
        return Optional.empty();
    }
}
