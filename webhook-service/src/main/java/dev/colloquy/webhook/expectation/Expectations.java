package dev.colloquy.webhook.expectation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is owed; each change belongs to the caller's transaction. */
@ApplicationScoped
public class Expectations {

    private static final String EXPECT = """
            insert into expectation as e (interview_id, kind, tenant, conversation_id, client_session_id, ended_at,
                deadline, until)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (interview_id, kind) do update
            set tenant = excluded.tenant, conversation_id = excluded.conversation_id,
                client_session_id = excluded.client_session_id, ended_at = excluded.ended_at, deadline = excluded.deadline, until = excluded.until,
                generation = e.generation + 1, outcome = null, settled_at = null
            where e.outcome is distinct from 'WITHDRAWN'
            returning generation""";
    private static final String WITHDRAW = """
            insert into expectation as e (interview_id, kind, deadline, until, outcome, settled_at)
            values ($1, $2, now(), now(), 'WITHDRAWN', now())
            on conflict (interview_id, kind) do update
            set outcome = excluded.outcome, settled_at = excluded.settled_at where e.outcome is null""";
    private static final String FIND = """
            select cast(jsonb_build_object('interview', interview_id, 'owed', lower(kind), 'tenant', tenant, 'conversationId',
                conversation_id, 'clientSessionId', client_session_id, 'endedAt', ended_at, 'roomSid', room_sid,
                'deadline', deadline, 'until', until, 'generation', generation, 'questions', questions,
                'lastAnswer', last_answer) as text)
            from expectation where interview_id = $1 and kind = $2 and generation = $3 and outcome is null for update""";
    private static final String NOTE = """
            update expectation
            set questions = questions + 1, last_question = now(), last_answer = $3, room_sid = coalesce($4, room_sid)
            where interview_id = $1 and kind = $2""";
    private static final String SETTLE = """
            update expectation set outcome = $3, settled_at = now()
            where interview_id = $1 and kind = $2 and outcome is null""";
    private static final String SETTLE_CONVERSATION = """
            update expectation set outcome = $2, settled_at = now()
            where kind = 'CONVERSATION' and outcome is null
                and (conversation_id = $1 or (conversation_id is null and interview_id = $3))""";
    private static final String IDENTIFY = """
            update expectation set conversation_id = $2
            where interview_id = $1 and kind = 'CONVERSATION' and conversation_id is null""";

    private static final String IS_OWED = """
            select exists (
                select from expectation where kind = 'CONVERSATION' and outcome is null
                    and (conversation_id = $1 or (conversation_id is null and interview_id = $2)))""";

    private final ObjectMapper json;
    private final MeterRegistry meters;

    Expectations(ObjectMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    /** From now on it is owed, even if it was settled before; returns the generation, or null when it was withdrawn. */
    public Uni<@Nullable Integer> expect(Owed owed, Expected expected) {
        return Sql.value(
                EXPECT,
                Integer.class,
                expected.interview().value(),
                owed.name(),
                expected.tenant().value(),
                expected.conversationId(),
                expected.clientSessionId(),
                expected.endedAt(),
                expected.deadline(),
                expected.until());
    }

    /** The conversation that is owed to this interview was found; from now on it is asked for by its id. */
    public Uni<Void> identify(InterviewId interview, String conversationId) {
        return Sql.update(IDENTIFY, interview.value(), conversationId).replaceWithVoid();
    }

    /** One that is still open and of this generation; nobody else changes it until the caller's transaction ends. */
    public Uni<@Nullable Expectation> find(InterviewId interview, Owed owed, int generation) {
        return Sql.value(FIND, String.class, interview.value(), owed.name(), generation)
                .onItem()
                .ifNotNull()
                .transform(this::read);
    }

    /** Keeps what a question found; the room's sid is kept once it is known. */
    public Uni<Void> note(Expectation expectation, String answer, @Nullable String roomSid) {
        return Sql.update(
                        NOTE,
                        expectation.interview().value(),
                        expectation.owed().name(),
                        answer,
                        roomSid)
                .replaceWithVoid();
    }

    /** Nobody needs it, also when it is to be expected later. */
    public Uni<Void> withdraw(InterviewId interview, Owed owed) {
        return Sql.update(WITHDRAW, interview.value(), owed.name()).replaceWithVoid();
    }

    /** Nothing more is owed; changes nothing when that is known. */
    public Uni<Void> settle(InterviewId interview, Owed owed, Outcome outcome) {
        return Sql.update(SETTLE, interview.value(), owed.name(), outcome.name())
                .invoke(rows -> count(rows, owed, outcome))
                .replaceWithVoid();
    }

    /**
     * The same for a conversation.
     *
     * @param interview whose id it was begun with, if it was; to it such a conversation may be owed
     */
    public Uni<Void> settleConversation(String conversationId, @Nullable InterviewId interview, Outcome outcome) {
        return Sql.update(SETTLE_CONVERSATION, conversationId, outcome.name(), value(interview))
                .invoke(rows -> count(rows, Owed.CONVERSATION, outcome))
                .replaceWithVoid();
    }

    /** Whether this conversation, begun with the id of this interview if it was, is still owed. */
    public Uni<Boolean> isOwed(String conversationId, @Nullable InterviewId interview) {
        return Sql.value(IS_OWED, Boolean.class, conversationId, value(interview));
    }

    private static @Nullable UUID value(@Nullable InterviewId interview) {
        return interview == null ? null : interview.value();
    }

    private void count(int rows, Owed owed, Outcome outcome) {
        meters.counter("colloquy.webhook.expectations", "owed", owed.word(), "outcome", outcome.word())
                .increment(rows);
    }

    private Expectation read(String row) {
        try {
            return json.readValue(row, Expectation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered an expectation that nobody wrote", e);
        }
    }
}
