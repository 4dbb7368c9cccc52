package dev.colloquy.session.linking;

import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.linking.LinkingService.LinkJob;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations without an interview: they wait for their session to be saved, or for an operator to choose. */
@ApplicationScoped
class ParkedConversations {

    private static final String PARK = """
            insert into parked_conversation
                (conversation_id, delivery_id, client_session_id, agent_id, reason, candidates)
            values (?1, ?2, nullif(?3, ''), nullif(?4, ''), ?5, cast(string_to_array(?6, ',') as uuid[]))
            on conflict (conversation_id) do update set reason = excluded.reason, candidates = excluded.candidates""";
    private static final String RELEASE = "delete from parked_conversation where conversation_id = ?1";
    private static final String WAITING = """
            select conversation_id || ' ' || delivery_id from parked_conversation
            where reason = 'waiting' and (conversation_id = ?1 or client_session_id = ?2 or agent_id = ?3)""";

    private final LeasedWork work;

    ParkedConversations(LeasedWork work) {
        this.work = work;
    }

    Uni<Void> waitForSession(Conversation conversation, UUID deliveryId) {
        return park(conversation, deliveryId, "waiting", List.of());
    }

    Uni<Void> waitForOperator(Conversation conversation, UUID deliveryId, List<InterviewId> candidates) {
        return park(conversation, deliveryId, "ambiguous", candidates);
    }

    Uni<Void> release(String conversationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RELEASE)
                        .setParameter(1, conversationId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Tries those that may have waited for this session once more. */
    Uni<Void> retry(Interview practice) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAITING, String.class)
                        .setParameter(1, orEmpty(practice.conversationId))
                        .setParameter(2, practice.clientSessionId)
                        .setParameter(3, orEmpty(practice.agentId))
                        .getResultList())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(row -> retry(practice, row.split(" ")))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> retry(Interview practice, String[] waiting) {
        var job = new LinkJob(waiting[0], UUID.fromString(waiting[1]), false);
        return work.add(LinkingService.QUEUE, job.conversationId() + ":" + practice.id, job, Duration.ZERO);
    }

    private Uni<Void> park(Conversation conversation, UUID deliveryId, String reason, List<InterviewId> candidates) {
        var ids =
                String.join(",", candidates.stream().map(InterviewId::toString).toList());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PARK)
                        .setParameter(1, conversation.conversationId())
                        .setParameter(2, deliveryId)
                        .setParameter(3, orEmpty(conversation.clientSessionId()))
                        .setParameter(4, orEmpty(conversation.agentId()))
                        .setParameter(5, reason)
                        .setParameter(6, ids)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
