package dev.colloquy.webhook.tavus;

import dev.colloquy.events.Event;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.Translation;
import dev.colloquy.webhook.signature.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** No interview waits for anything that Tavus tells. */
@ApplicationScoped
class TavusTranslation implements Translation {

    @Override
    public Provider provider() {
        return Provider.TAVUS;
    }

    @Override
    public Optional<Event> translate(Delivery delivery) {
        return Optional.empty();
    }
}
