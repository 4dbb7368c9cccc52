package dev.colloquy.messaging.dead;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.messaging.PaymentService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Pays an order once, unless it has no use for it; an order is its id and nothing else. */
@ApplicationScoped
public class OrderConsumer {

    private final PaymentService payments;
    private final Set<UUID> useless = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> heard = new ConcurrentHashMap<>();

    OrderConsumer(PaymentService payments) {
        this.payments = payments;
    }

    void refuse(UUID order) {
        useless.add(order);
    }

    void repair() {
        useless.clear();
    }

    int heard(UUID order) {
        return heard.getOrDefault(order, 0);
    }

    @Incoming("orders")
    Uni<Void> on(byte[] text) {
        var order = UUID.fromString(new String(text, UTF_8));
        heard.merge(order, 1, Integer::sum);
        return useless.contains(order)
                ? Uni.createFrom().failure(new IllegalStateException("out of stock"))
                : payments.payOnce(order, order);
    }
}
