package dev.colloquy.booking.scheduling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.booking.application.ScheduleRequest;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Which booking an idempotency key has made. */
@ApplicationScoped
class EarlierBookingRepository {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?1, 0)) is null";
    private static final String FIND = """
            select booking_id, fingerprint, sealed_link from idempotent_booking where tenant = ?1 and key_hash = ?2""";
    private static final String ADD = """
            insert into idempotent_booking (tenant, key_hash, fingerprint, booking_id, sealed_link)
            values (?1, ?2, ?3, ?4, ?5)""";

    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json;

    EarlierBookingRepository(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The booking this key has made; others with the same key wait until the caller's transaction ends.
     *
     * @return fails with {@link IdempotencyConflict} when the key came with another request
     */
    Uni<Optional<EarlierBooking>> find(TenantId tenant, IdempotencyKey key, ScheduleRequest request) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(LOCK, Boolean.class)
                        .setParameter(1, key.hash())
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter(1, tenant.value())
                        .setParameter(2, key.hash())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> open(found, key, request)));
    }

    Uni<Void> add(IdempotencyKey key, ScheduleRequest request, Scheduled made) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, made.booking().tenant().value())
                        .setParameter(2, key.hash())
                        .setParameter(3, key.fingerprint(bytesOf(request)))
                        .setParameter(4, made.booking().id())
                        .setParameter(5, key.seal(made.link(), random))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private EarlierBooking open(Object[] row, IdempotencyKey key, ScheduleRequest request) {
        if (!MessageDigest.isEqual((byte[]) row[1], key.fingerprint(bytesOf(request)))) {
            throw new IdempotencyConflict();
        }
        return new EarlierBooking((UUID) row[0], key.open((byte[]) row[2]));
    }

    private byte[] bytesOf(ScheduleRequest request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
