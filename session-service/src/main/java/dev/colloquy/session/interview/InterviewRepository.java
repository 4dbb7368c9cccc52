package dev.colloquy.session.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.NoResultException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The interviews of the tenant whose rows are open. */
@ApplicationScoped
public class InterviewRepository implements PanacheRepositoryBase<Interview, UUID> {

    /** One that stays held for so long hides a transaction that hangs: better to be told so, and to try again. */
    private static final String HOLD = """
            select case when set_config('lock_timeout', '10s', true) is not null
                then pg_advisory_xact_lock(hashtextextended($1, 0)) is null end""";

    private static final String HOLD_IN_TENANT = """
            select case when set_config('lock_timeout', '10s', true) is not null
                and set_config('app.tenant', $2, true) is not null
                then pg_advisory_xact_lock(hashtextextended($1, 0)) is null end""";

    private static final String OWN_ID = "select id from Interview where userId = ?1 and clientSessionId = ?2";

    /**
     * Waits until no other transaction holds this interview, and holds it until the caller's ends. An advisory lock, not a
     * row lock: facts may arrive before the row. Load the row afterwards.
     */
    public Uni<Void> hold(InterviewId id) {
        return hold(id.toString());
    }

    /** The same for something that is to become an interview. */
    public Uni<Void> hold(String name) {
        return Sql.value(HOLD, Boolean.class, name).replaceWithVoid();
    }

    /** The same, and opens the tenant's rows. */
    public Uni<Void> hold(String name, TenantId tenant) {
        return Sql.value(HOLD_IN_TENANT, Boolean.class, name, tenant.value()).replaceWithVoid();
    }

    /** What decides whether something may be added to an interview. */
    public Uni<Attendance> attendance(InterviewId id) {
        return find("id", id.value())
                .project(Attendance.class)
                .singleResult()
                .onFailure(NoResultException.class)
                .transform(_ -> new InterviewNotFound());
    }

    public Uni<Interview> get(InterviewId id) {
        return findById(id.value()).onItem().ifNull().failWith(InterviewNotFound::new);
    }

    public Uni<@Nullable InterviewId> findOwnId(String user, String clientSessionId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(OWN_ID, UUID.class)
                        .setParameter(1, user)
                        .setParameter(2, clientSessionId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(InterviewId::new);
    }

    public Uni<@Nullable Interview> findOwn(String user, String clientSessionId) {
        return find("userId = ?1 and clientSessionId = ?2", user, clientSessionId)
                .firstResult();
    }

    /** The one with this id, or else the newest with this client's session id. */
    public Uni<@Nullable Interview> findBySession(String session) {
        return InterviewId.find(session)
                .map(id -> findById(id.value()))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .switchTo(() -> newestOf(session));
    }

    private Uni<@Nullable Interview> newestOf(String clientSessionId) {
        return find("clientSessionId = ?1 order by createdAt desc", clientSessionId)
                .firstResult();
    }

    public Uni<List<Interview>> page(int page, int size) {
        return find("order by createdAt desc, id").page(page, size).list();
    }
}
