package dev.colloquy.session.parking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.interview.Interview;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conversations without an interview: they wait for their session to be saved, or for an operator to choose. */
@ApplicationScoped
public class ParkedConversations {

    private static final TypeReference<List<LinkJob>> JOBS = new TypeReference<>() {};
    /** Whose it is, is kept only while it can help to find the session. */
    private static final String PARK = """
            insert into parked_conversation
                (conversation_id, delivery_id, client_session_id, user_id, agent_id, reason, candidates)
            values ($1, $2, nullif($3, ''), case when $6 = 'waiting' then nullif($4, '') end, nullif($5, ''), $6,
                cast(string_to_array($7, ',') as uuid[]))
            on conflict (conversation_id) do update set delivery_id = excluded.delivery_id,
                client_session_id = excluded.client_session_id, user_id = excluded.user_id,
                agent_id = excluded.agent_id, reason = excluded.reason, candidates = excluded.candidates""";

    private static final String RELEASE = "delete from parked_conversation where conversation_id = $1";
    private static final String DECIDED = """
            select coalesce(cast(chosen as text), '') from parked_conversation
            where conversation_id = $1 and decided_at is not null""";
    private static final String WAITING = """
            select cast(coalesce(jsonb_agg(jsonb_build_object('conversationId', conversation_id,
                'deliveryId', delivery_id, 'last', false, 'toldAt', parked_at)), '[]') as text)
            from parked_conversation
            where reason = 'waiting'
              and (conversation_id = $1 or client_session_id = $2 or (user_id = $3 and agent_id = $4))""";

    private final LinkQueue queue;
    private final ObjectMapper json;

    ParkedConversations(LinkQueue queue, ObjectMapper json) {
        this.queue = queue;
        this.json = json;
    }

    public Uni<Void> waitForSession(WaitingConversation conversation) {
        return park(conversation, "waiting", List.of());
    }

    public Uni<Void> waitForOperator(WaitingConversation conversation, List<InterviewId> candidates) {
        return park(conversation, "ambiguous", candidates);
    }

    public Uni<Void> release(String conversationId) {
        return Sql.update(RELEASE, conversationId).replaceWithVoid();
    }

    /** What operators decided about this conversation, if they did. */
    public Uni<@Nullable Decision> findDecision(String conversationId) {
        return Sql.value(DECIDED, String.class, conversationId)
                .onItem()
                .ifNotNull()
                .transform(chosen -> new Decision(chosen.isEmpty() ? null : InterviewId.of(chosen)));
    }

    /** Tries those that may have waited for this session once more. */
    public Uni<Void> retry(Interview saved) {
        return Sql.value(
                        WAITING,
                        String.class,
                        orEmpty(saved.conversationId),
                        saved.clientSessionId,
                        orEmpty(saved.userId),
                        orEmpty(saved.agentId))
                .chain(found -> Multi.createFrom()
                        .iterable(jobs(found))
                        .onItem()
                        .transformToUniAndConcatenate(job -> queue.saved(job, saved))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> park(WaitingConversation conversation, String reason, List<InterviewId> candidates) {
        var ids =
                String.join(",", candidates.stream().map(InterviewId::toString).toList());
        return Sql.update(
                        PARK,
                        conversation.conversationId(),
                        conversation.deliveryId(),
                        orEmpty(conversation.clientSessionId()),
                        orEmpty(conversation.userId()),
                        orEmpty(conversation.agentId()),
                        reason,
                        ids)
                .replaceWithVoid();
    }

    private List<LinkJob> jobs(String rows) {
        try {
            return json.readValue(rows, JOBS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
