package dev.colloquy.session.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Leads those who know an interview's id, but no tenant, to the tenant. */
@ApplicationScoped
public class InterviewRoutes {

    private static final String FIND = "select tenant from interview_route where interview_id = $1";
    private static final String OPEN =
            "select set_config('app.tenant', tenant, true) from interview_route where interview_id = $1";
    /** The lock's time limit, the lock, the look: in this order. */
    private static final String OPEN_HELD = """
            select case when set_config('lock_timeout', '10s', true) is not null then
                case when pg_advisory_xact_lock(hashtextextended($1, 0)) is not null then
                    (select set_config('app.tenant', tenant, true) from interview_route where interview_id = cast($1 as uuid))
                end end""";

    private static final String ADD = "insert into interview_route (interview_id, tenant) values ($1, $2)";

    public Uni<@Nullable TenantId> find(InterviewId interview) {
        return Sql.value(FIND, String.class, interview.value())
                .onItem()
                .ifNotNull()
                .transform(TenantId::new);
    }

    /** Opens the rows of the interview's tenant in the caller's transaction, as {@code TenantRows} does; none if unknown. */
    public Uni<Boolean> open(InterviewId interview) {
        return Sql.value(OPEN, String.class, interview.value()).map(tenant -> tenant != null);
    }

    /**
     * The same while nobody else changes the interview until the caller's transaction ends, as with {@link
     * InterviewRepository#hold}. Whoever held it before may have added its route, which the statement that waited does not see.
     */
    public Uni<Boolean> openHeld(InterviewId interview) {
        return Sql.value(OPEN_HELD, String.class, interview.toString())
                .chain(tenant ->
                        tenant == null ? open(interview) : Uni.createFrom().item(true));
    }

    public Uni<TenantId> get(InterviewId interview) {
        return find(interview).onItem().ifNull().failWith(InterviewNotFound::new);
    }

    public Uni<Void> add(Interview interview) {
        return Sql.update(ADD, interview.id, interview.tenant).replaceWithVoid();
    }
}
