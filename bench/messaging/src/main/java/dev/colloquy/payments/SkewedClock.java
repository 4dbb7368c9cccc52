package dev.colloquy.payments;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** A clock as wrong as the settings say. */
@Singleton
class SkewedClock {

    @Produces
    @Singleton
    Clock clock(PaymentsConfig config) {
        return Clock.offset(Clock.systemUTC(), config.clockSkew());
    }
}
