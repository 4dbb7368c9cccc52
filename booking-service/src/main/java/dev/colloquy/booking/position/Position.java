package dev.colloquy.booking.position;

import dev.colloquy.events.Provider;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate applies for, as session-service last told it. */
@Entity
public class Position {

    @Id
    UUID id;

    String tenant;
    String title;
    boolean tenantDefault;

    @Enumerated(EnumType.STRING)
    @Nullable
    Provider provider;

    boolean deleted;
    Instant updatedAt;

    protected Position() {}

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Optional<Provider> provider() {
        return Optional.ofNullable(provider);
    }
}
