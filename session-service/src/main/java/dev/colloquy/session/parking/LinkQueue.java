package dev.colloquy.session.parking;

import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.interview.Interview;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The work of linking, in the caller's transaction. Each occasion is a work of its own, so that one that died or is done
 * does not stand in the way of the next.
 */
@ApplicationScoped
public class LinkQueue {

    public static final String NAME = "link-conversation";

    private final LeasedWork work;

    LinkQueue(LeasedWork work) {
        this.work = work;
    }

    /** What to hold while a conversation is linked or decided about. */
    public static String lock(String conversationId) {
        return "conversation/" + conversationId;
    }

    /** A delivery came in. */
    public Uni<Void> delivered(LinkJob job) {
        return add(job, "delivered", Duration.ZERO);
    }

    /** Nothing fits yet: the last try, after a while. */
    public Uni<Void> lastTry(LinkJob job, Duration delay) {
        return add(new LinkJob(job.conversationId(), job.deliveryId(), true, job.toldAt()), "last", delay);
    }

    /** A session was saved, or is known by more than before. */
    Uni<Void> saved(LinkJob job, Interview session) {
        var occasion = session.id + known("agent", session.agentId) + known("conversation", session.conversationId);
        return add(job, occasion, Duration.ZERO);
    }

    /** An operator has decided. */
    Uni<Void> decided(LinkJob job) {
        return add(job, "decided", Duration.ZERO);
    }

    private Uni<Void> add(LinkJob job, String occasion, Duration delay) {
        return work.add(NAME, job.conversationId() + ":" + job.deliveryId() + ":" + occasion, job, delay);
    }

    private static String known(String what, @Nullable String id) {
        return id == null ? "" : "+" + what;
    }
}
