package dev.colloquy.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** One webhook as its provider sent it. */
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

    @Column(insertable = false, updatable = false)
    int replays;

    /** What consumers know an event by: at first its delivery's own id, another one after each replay. */
    public static UUID eventId(UUID delivery, int replays) {
        return replays == 0 ? delivery : UUID.nameUUIDFromBytes((delivery + "/" + replays).getBytes(UTF_8));
    }

    public UUID id() {
        return id;
    }

    /** The id of the event it becomes. */
    public UUID eventId() {
        return eventId(id, replays);
    }

    public Provider provider() {
        return provider;
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

    public String dedupeKey() {
        return dedupeKey;
    }

    public int bodySize() {
        return bodySize;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public DeliveryState state() {
        return state;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable UUID conflictOf() {
        return conflictOf;
    }

    public @Nullable UUID interviewId() {
        return interviewId;
    }

    public @Nullable String conversationId() {
        return conversationId;
    }

    public int replays() {
        return replays;
    }

    /** Whether the provider sent it, or we asked for it. */
    public FactSource source() {
        return signedWith.equals(KeyAge.NONE.word()) ? FactSource.RECONCILED : FactSource.WEBHOOK;
    }

    public String signedWith() {
        return signedWith;
    }

    /** With another delivery that came first, and counts; also after this one was replayed on purpose. */
    public boolean isInConflict() {
        return conflictOf != null;
    }

    /** Also when it is dead: whoever gives its work another life wants it to be processed. */
    boolean isWaiting() {
        return state == DeliveryState.RECEIVED || state == DeliveryState.DEAD;
    }

    boolean isReplayed() {
        return replays > 0;
    }

    /** Published, or nothing to publish. */
    void settle(boolean published, Instant now) {
        state = published ? DeliveryState.PUBLISHED : DeliveryState.IGNORED;
        settledAt = now;
        reason = null;
    }

    /**
     * Given up: an operator has to look at it. What was settled by another attempt stays so.
     *
     * @return whether it was not dead before
     */
    boolean bury(String why, Instant now) {
        if (!isWaiting()) {
            return false;
        }
        var isNew = state == DeliveryState.RECEIVED;
        state = DeliveryState.DEAD;
        settledAt = now;
        reason = why;
        return isNew;
    }
}
