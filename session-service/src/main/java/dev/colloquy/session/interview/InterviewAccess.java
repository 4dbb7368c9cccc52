package dev.colloquy.session.interview;

import dev.colloquy.access.Caller;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.Role;
import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The interviews that the caller of the current request may touch. */
@ApplicationScoped
public class InterviewAccess {

    private final Caller caller;
    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final InterviewRepository interviews;

    InterviewAccess(Caller caller, InterviewRoutes routes, TenantRows rows, InterviewRepository interviews) {
        this.caller = caller;
        this.routes = routes;
        this.rows = rows;
        this.interviews = interviews;
    }

    /** Opens the tenant's rows in the caller's transaction and reads the interview, to show it. */
    public Uni<Interview> get(InterviewId id) {
        caller.requireOwn(id);
        InterviewTrail.mark(id);
        return openRows(id).chain(() -> interviews.get(id)).invoke(this::requireOwnPractice);
    }

    /** The same for changing it: nobody else does until the caller's transaction ends. */
    public Uni<Interview> hold(InterviewId id) {
        return openHeld(id).chain(() -> interviews.get(id)).invoke(this::requireOwnPractice);
    }

    /** Opens the tenant's rows and holds the interview, for those who need little of it. */
    public Uni<Void> openHeld(InterviewId id) {
        caller.requireOwn(id);
        InterviewTrail.mark(id);
        return belongsToTenant()
                ? interviews.hold(id.toString(), caller.tenant())
                : routes.openHeld(id).invoke(InterviewAccess::requireKnown).replaceWithVoid();
    }

    private Uni<Void> openRows(InterviewId id) {
        return belongsToTenant()
                ? rows.of(caller.tenant())
                : routes.open(id).invoke(InterviewAccess::requireKnown).replaceWithVoid();
    }

    /** Agents and services belong to none; anybody else sees his own one's rows and nothing else. */
    private boolean belongsToTenant() {
        return !caller.is(Role.AGENT) && !caller.is(Role.SERVICE);
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw new InterviewNotFound();
        }
    }

    public void requireOwnPractice(Interview interview) {
        if (caller.is(Role.CANDIDATE) && !caller.subject().equals(interview.userId)) {
            throw new InterviewNotFound();
        }
    }
}
