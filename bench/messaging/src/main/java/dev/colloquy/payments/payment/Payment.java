package dev.colloquy.payments.payment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Payment extends PanacheEntityBase {

    @Id
    UUID id;

    String account;
    long number;
    Instant madeAt;

    static Payment of(Account account, Instant now) {
        var payment = new Payment();
        payment.id = UUID.randomUUID();
        payment.account = account.id;
        payment.number = account.payments;
        payment.madeAt = now;
        return payment;
    }

    PaymentMade made() {
        return new PaymentMade(id, account, number);
    }
}
