package dev.colloquy.session.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.parking.ParkedConversations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What sessions that were held with the provider directly can be recognised by, before it is known whose conversation has
 * come in: practice sessions, and booked interviews whose client saved their end.
 */
@ApplicationScoped
public class PracticeRoutes {

    private static final TypeReference<List<PracticeSession>> SESSIONS = new TypeReference<>() {};
    private static final String KEEP = """
            insert into practice_route (interview_id, client_session_id, user_id, agent_id, conversation_id, ended_at)
            values ($1, $2, $3, nullif($4, ''), nullif($5, ''), $6)
            on conflict (interview_id) do update
            set agent_id = excluded.agent_id, conversation_id = excluded.conversation_id""";
    private static final String FORGET = "delete from practice_route where interview_id = $1";
    private static final String RESEMBLING = """
            select cast(coalesce(jsonb_agg(jsonb_build_object('interviewId', interview_id,
                'clientSessionId', client_session_id, 'userId', user_id, 'agentId', agent_id,
                'conversationId', conversation_id, 'endedAt', ended_at)), '[]') as text)
            from (
                select * from practice_route
                where client_session_id = $1 or conversation_id = $2
                   or (user_id = $3 and agent_id = $4 and ended_at between $5 and $6)
                order by user_id = $3 desc, client_session_id = $1 desc, conversation_id is not distinct from $2 desc,
                    ended_at desc
                limit 100) as likest""";

    private final ParkedConversations parked;
    private final LinkingConfig config;
    private final ObjectMapper json;

    PracticeRoutes(ParkedConversations parked, LinkingConfig config, ObjectMapper json) {
        this.parked = parked;
        this.config = config;
        this.json = json;
    }

    /** Makes an ended session known; a conversation that waits for it is linked then. */
    public Uni<Void> keep(Interview ended) {
        return Sql.update(
                        KEEP,
                        ended.id,
                        ended.clientSessionId,
                        Objects.requireNonNull(ended.userId),
                        orEmpty(ended.agentId),
                        orEmpty(ended.conversationId),
                        Objects.requireNonNull(ended.endedAt))
                .chain(() -> parked.retry(ended));
    }

    public Uni<Void> forget(InterviewId interview) {
        return Sql.update(FORGET, interview.value()).replaceWithVoid();
    }

    /** The sessions that have anything in common with the conversation, of any tenant, and the most first. */
    Uni<List<PracticeSession>> resembling(Conversation conversation) {
        return Sql.value(
                        RESEMBLING,
                        String.class,
                        orEmpty(conversation.clientSessionId()),
                        conversation.conversationId(),
                        orEmpty(conversation.userId()),
                        orEmpty(conversation.agentId()),
                        conversation.endedAt().minus(config.window()),
                        conversation.endedAt().plus(config.window()))
                .map(this::sessions);
    }

    private List<PracticeSession> sessions(String rows) {
        try {
            return json.readValue(rows, SESSIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
