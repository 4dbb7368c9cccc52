package dev.colloquy.webhook.delivery;

import dev.colloquy.events.FactSource;
import dev.colloquy.webhook.signature.KeyAge;
import dev.colloquy.webhook.signature.Provider;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One webhook as its provider sent it. Its id is also the id of the event it becomes. */
@Entity
public class Delivery {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Provider provider;

    @Column(updatable = false)
    String dedupeKey;

    @Column(updatable = false)
    String kind;

    @Column(updatable = false)
    byte[] body;

    @Column(insertable = false, updatable = false)
    int bodySize;

    @Column(updatable = false)
    String contentType;

    @Column(updatable = false)
    String signedWith;

    @Column(updatable = false)
    Instant receivedAt;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    @Nullable
    Instant settledAt;

    @Nullable
    String reason;

    @Column(updatable = false)
    @Nullable
    UUID conflictOf;

    @Column(updatable = false)
    @Nullable
    UUID interviewId;

    @Column(updatable = false)
    @Nullable
    String conversationId;

    public UUID id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public byte[] body() {
        return body;
    }

    public String contentType() {
        return contentType;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Whether the provider sent it, or we asked for it. */
    public FactSource source() {
        return signedWith.equals(KeyAge.NONE.word()) ? FactSource.RECONCILED : FactSource.WEBHOOK;
    }

    Provider provider() {
        return provider;
    }

    boolean isWaiting() {
        return state == DeliveryState.RECEIVED;
    }

    /** Published, or nothing to publish. */
    void settle(boolean published, Instant now) {
        state = published ? DeliveryState.PUBLISHED : DeliveryState.IGNORED;
        settledAt = now;
    }

    /** Given up: an operator has to look at it. */
    void bury(String why, Instant now) {
        state = DeliveryState.DEAD;
        settledAt = now;
        reason = why;
    }
}
