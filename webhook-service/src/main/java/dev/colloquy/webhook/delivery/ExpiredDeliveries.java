package dev.colloquy.webhook.delivery;

import dev.colloquy.messaging.Expiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deliveries are deleted when their time is over, with what conflicts with them: their bodies hold what people said. */
@ApplicationScoped
class ExpiredDeliveries implements Expiring {

    private final DeliveryConfig config;

    ExpiredDeliveries(DeliveryConfig config) {
        this.config = config;
    }

    @Override
    public String statement() {
        return """
                delete from delivery where id in (
                    select id from delivery where received_at < now() - $1 * interval '1 second'
                    order by received_at limit $2 for update skip locked)""";
    }

    @Override
    public Duration keep() {
        return config.keep();
    }
}
