package dev.colloquy.webhook.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are taken in and kept. */
@ConfigMapping(prefix = "colloquy.webhook.delivery")
public interface DeliveryConfig {

    /** How long a provider waits for the database before it is asked to come again. */
    @WithDefault("2s")
    Duration storeTimeout();

    /** How long a delivery and its body are kept. */
    @WithDefault("30d")
    Duration keep();
}
