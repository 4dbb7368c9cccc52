package dev.colloquy.booking.booking;

import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class BookingRepository implements PanacheRepositoryBase<Booking, UUID> {

    private static final String CANDIDATE = """
            insert into candidate (tenant, email) values (?1, ?2)
            on conflict (tenant, email) do update set email = excluded.email returning id""";

    /** The candidate of the tenant who has this e-mail address, which may be new. */
    public Uni<UUID> candidateOf(TenantId tenant, String email) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CANDIDATE, UUID.class)
                        .setParameter(1, tenant.value())
                        .setParameter(2, email)
                        .getSingleResult());
    }

    /** A booking that is known to be there. */
    public Uni<Booking> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(() -> new IllegalStateException("No booking " + id));
    }

    /** A booking that is known to be there, for changing it: whoever else wants to change it waits for the commit. */
    public Uni<Booking> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("No booking " + id));
    }

    /** The latest first. */
    Uni<List<Booking>> page(int page, int size) {
        return findAll(Sort.descending("appointment.scheduledAt").and("id"))
                .page(Page.of(page, size))
                .list();
    }

    /** The booking of an interview, for changing it; null when it is not ours. */
    Uni<Booking> lockByInterview(UUID interviewId) {
        return find("interviewId", interviewId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
