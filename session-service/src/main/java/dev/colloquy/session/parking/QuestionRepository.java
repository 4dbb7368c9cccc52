package dev.colloquy.session.parking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parked conversations as the operators of the tenant see them whose rows are open. The table knows no tenant: a
 * conversation is theirs when one of its candidates is, and of the candidates they see their own only.
 */
@ApplicationScoped
class QuestionRepository {

    private static final TypeReference<List<ParkedConversationView>> VIEWS = new TypeReference<>() {};
    private static final String OPEN = """
            from parked_conversation p
            where p.reason = 'ambiguous' and p.decided_at is null
              and exists (select 1 from interview i where i.id = any (p.candidates))""";
    private static final String COUNT = "select count(*) " + OPEN;
    private static final String PAGE = """
            select cast(coalesce(jsonb_agg(jsonb_build_object('conversationId', q.conversation_id,
                'agentId', q.agent_id, 'parkedAt', q.parked_at, 'reason', q.reason,
                'shared', (select count(*) from interview i where i.id = any (q.candidates)) < cardinality(q.candidates),
                'candidates', (
                    select jsonb_agg(jsonb_build_object('interviewId', i.id, 'endedAt', i.ended_at) order by i.id)
                    from interview i where i.id = any (q.candidates))) order by q.parked_at, q.conversation_id), '[]') as text)
            from (select p.* %s order by p.parked_at, p.conversation_id limit $1 offset $2) as q""".formatted(OPEN);
    private static final String ONE = """
            select cast(jsonb_build_object('deliveryId', p.delivery_id, 'parkedAt', p.parked_at,
                'decided', p.decided_at is not null, 'all', cardinality(p.candidates),
                'own', (select coalesce(jsonb_agg(i.id), '[]') from interview i where i.id = any (p.candidates))) as text)
            from parked_conversation p where p.conversation_id = $1 and p.reason = 'ambiguous'""";
    private static final String LINKED = """
            select count(*) from conversation_route r join interview i on i.id = r.interview_id
            where r.conversation_id = $1""";
    private static final String DECIDE = """
            update parked_conversation set decided_at = $2, chosen = cast(nullif($3, '') as uuid)
            where conversation_id = $1""";
    private static final String DISOWN = """
            update parked_conversation set candidates = (
                select array_agg(c) from unnest(candidates) as c where c not in (select id from interview))
            where conversation_id = $1""";

    private final ObjectMapper json;

    QuestionRepository(ObjectMapper json) {
        this.json = json;
    }

    /** One conversation that somebody must decide about, with the tenant's own candidates. */
    record Question(UUID deliveryId, Instant parkedAt, boolean decided, int all, List<InterviewId> own) {

        boolean isShared() {
            return own.size() < all;
        }
    }

    Uni<List<ParkedConversationView>> oldestFirst(int page, int size) {
        return Sql.value(PAGE, String.class, size, page * size).map(rows -> read(rows, VIEWS));
    }

    Uni<Long> count() {
        return Sql.value(COUNT, Long.class);
    }

    Uni<@Nullable Question> find(String conversationId) {
        return Sql.value(ONE, String.class, conversationId)
                .onItem()
                .ifNotNull()
                .transform(row -> read(row, new TypeReference<Question>() {}));
    }

    /** It has an interview of this tenant. */
    Uni<Boolean> isLinked(String conversationId) {
        return Sql.value(LINKED, Long.class, conversationId).map(found -> found > 0);
    }

    Uni<Void> decide(String conversationId, @Nullable InterviewId chosen, Instant now) {
        return Sql.update(DECIDE, conversationId, now, chosen == null ? "" : chosen.toString())
                .replaceWithVoid();
    }

    /** Takes the tenant's own interviews from the candidates; those of others stay. */
    Uni<Void> disown(String conversationId) {
        return Sql.update(DISOWN, conversationId).replaceWithVoid();
    }

    private <T> T read(String row, TypeReference<T> type) {
        try {
            return json.readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }
}
