package dev.colloquy.payments.payment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
class Account extends PanacheEntityBase {

    @Id
    String id;

    long payments;

    Payment pay(Instant now) {
        payments++;
        return Payment.of(this, now);
    }
}
