package dev.colloquy.payments.receipt;

import dev.colloquy.payments.payment.PaymentMade;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class Receipt extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID eventId;
    String account;
    long number;

    static Receipt of(PaymentMade event) {
        var receipt = new Receipt();
        receipt.eventId = event.eventId();
        receipt.account = event.account();
        receipt.number = event.number();
        return receipt;
    }
}
