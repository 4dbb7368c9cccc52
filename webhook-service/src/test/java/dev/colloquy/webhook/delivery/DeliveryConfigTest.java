package dev.colloquy.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.webhook.signature.Configured;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryConfigTest {

    private static final String KEY = "colloquy.webhook.delivery.store-timeout";

    @Test
    void makesProvidersWaitTwoSecondsUnlessSet() {
        assertEquals(
                Duration.ofSeconds(2),
                Configured.as(DeliveryConfig.class, Map.of()).storeTimeout());
        assertEquals(
                Duration.ofSeconds(9),
                Configured.as(DeliveryConfig.class, Map.of(KEY, "9s")).storeTimeout());
    }
}
