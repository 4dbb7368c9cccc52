package dev.colloquy.payments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "payments")
public interface PaymentsConfig {

    String topic();

    /** How far the clock of this replica is off; negative for late. */
    @WithDefault("0s")
    Duration clockSkew();
}
