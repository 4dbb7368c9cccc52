package dev.colloquy.messaging;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
public class Payment extends PanacheEntityBase {
    @Id
    public UUID id;

    public int amount;
}
