package dev.colloquy.webhook.telling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Who was told to have come into a room, and who to have left it. Leaving may be told first. */
@ApplicationScoped
class PresenceRepository {

    private static final TypeReference<Map<String, ParticipantKind>> PRESENT = new TypeReference<>() {};
    private static final String JOINED = """
            insert into presence (interview_id, participant_sid, participant) values ($1, $2, $3)
            on conflict (interview_id, participant_sid) do nothing""";
    private static final String LEFT = """
            insert into presence as p (interview_id, participant_sid, participant, left_at) values ($1, $2, $3, $4)
            on conflict (interview_id, participant_sid) do update set left_at = excluded.left_at where p.left_at is null""";
    private static final String SELECT = """
            select cast(coalesce(jsonb_object_agg(participant_sid, lower(participant)), '{}') as text)
            from presence where interview_id = $1""";
    private static final String PRESENT_ONLY = " and left_at is null";

    private final ObjectMapper json;

    PresenceRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Whether that is new; a connection that was told to be gone does not come again. */
    Uni<Boolean> join(InterviewId interview, String sid, ParticipantKind who) {
        return Sql.update(JOINED, interview.value(), sid, who.name()).map(rows -> rows == 1);
    }

    /** Whether that is new. */
    Uni<Boolean> leave(InterviewId interview, String sid, ParticipantKind who, Instant at) {
        return Sql.update(LEFT, interview.value(), sid, who.name(), at).map(rows -> rows == 1);
    }

    /** Everybody who ever came, by the sid of the connection. */
    Uni<Map<String, ParticipantKind>> known(InterviewId interview) {
        return read(SELECT, interview);
    }

    /** Those who have not left. */
    Uni<Map<String, ParticipantKind>> present(InterviewId interview) {
        return read(SELECT + PRESENT_ONLY, interview);
    }

    private Uni<Map<String, ParticipantKind>> read(String statement, InterviewId interview) {
        return Sql.value(statement, String.class, interview.value()).map(row -> {
            try {
                return json.readValue(row, PRESENT);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The database answered participants that nobody wrote", e);
            }
        });
    }
}
