package dev.colloquy.payments.settlement;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
class Settlement extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String key;
    int attempt;
    Instant settledAt;

    static Settlement of(String key, int attempt, Instant now) {
        var settlement = new Settlement();
        settlement.key = key;
        settlement.attempt = attempt;
        settlement.settledAt = now;
        return settlement;
    }
}
