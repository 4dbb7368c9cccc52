package dev.colloquy.payments.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Inbox;
import dev.colloquy.payments.payment.PaymentMade;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PaymentConsumer {

    private final Inbox inbox;
    private final ObjectMapper json;

    PaymentConsumer(Inbox inbox, ObjectMapper json) {
        this.inbox = inbox;
        this.json = json;
    }

    @Incoming("payments")
    Uni<Void> on(String message) throws JsonProcessingException {
        var event = json.readValue(message, PaymentMade.class);
        return inbox.once(
                "write-receipt", event.eventId(), () -> Receipt.of(event).persist());
    }
}
