package dev.colloquy.session.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.ConversationRecorded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of conversations' sound, whether or not their interviews are. */
@ApplicationScoped
class RecordingRepository {

    private static final TypeReference<List<ConversationRecording>> RECORDINGS = new TypeReference<>() {};
    /** The first sound counts. */
    private static final String KEEP = """
            insert into conversation_recording (conversation_id, location, recorded_at) values ($1, $2, $3)
            on conflict do nothing""";

    private static final String REFUSE = """
            insert into conversation_recording (conversation_id, recorded_at) values ($1, $2)
            on conflict (conversation_id) do update set location = null""";
    private static final String SELECT = """
            select cast(coalesce(jsonb_agg(jsonb_build_object('conversationId', conversation_id,
                'location', location, 'recordedAt', recorded_at)), '[]') as text)
            from conversation_recording where conversation_id""";
    private static final String ONE = SELECT + " = $1";
    private static final String OF_INTERVIEW =
            SELECT + " in (select conversation_id from conversation_route where interview_id = $1)";
    private static final String INTERVIEW = "select interview_id from conversation_route where conversation_id = $1";

    private final ObjectMapper json;

    RecordingRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> keep(ConversationRecorded event) {
        return Sql.update(KEEP, event.conversationId(), event.location(), event.occurredAt())
                .replaceWithVoid();
    }

    /** Nobody may have it, whenever it comes. */
    Uni<Void> refuse(String conversationId, Instant now) {
        return Sql.update(REFUSE, conversationId, now).replaceWithVoid();
    }

    Uni<@Nullable ConversationRecording> find(String conversationId) {
        return Sql.value(ONE, String.class, conversationId)
                .map(rows -> read(rows).stream().findFirst().orElse(null));
    }

    /** Those of the conversations that were linked to this interview. */
    Uni<List<ConversationRecording>> of(InterviewId interview) {
        return Sql.value(OF_INTERVIEW, String.class, interview.value()).map(this::read);
    }

    /** The interview that the conversation was linked to. */
    Uni<@Nullable InterviewId> interviewOf(String conversationId) {
        return Sql.value(INTERVIEW, UUID.class, conversationId)
                .onItem()
                .ifNotNull()
                .transform(InterviewId::new);
    }

    private List<ConversationRecording> read(String rows) {
        try {
            return json.readValue(rows, RECORDINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }
}
