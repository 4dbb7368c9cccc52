package dev.colloquy.webhook.reconciliation;

import dev.colloquy.messaging.Expiring;
import dev.colloquy.webhook.delivery.DeliveryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What was owed is kept as long as what was told. */
@ApplicationScoped
class SettledExpectations implements Expiring {

    private final DeliveryConfig config;

    SettledExpectations(DeliveryConfig config) {
        this.config = config;
    }

    @Override
    public String statement() {
        return """
                with over as (
                    delete from expectation where (interview_id, kind) in (
                        select interview_id, kind from expectation
                        where settled_at < now() - $1 * interval '1 second' limit $2 for update skip locked)
                    returning interview_id
                )
                delete from presence where interview_id in (select interview_id from over)""";
    }

    @Override
    public Duration keep() {
        return config.keep();
    }
}
