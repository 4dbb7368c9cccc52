package dev.colloquy.session.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The notes of the tenant whose rows are open. */
@ApplicationScoped
public class DisputeRepository {

    private static final TypeReference<List<DisputeView>> NOTES = new TypeReference<>() {};
    private static final String ADD = """
            insert into dispute (interview_id, tenant, entry_id, note, noted_at)
            values ($1, current_setting('app.tenant'), cast(nullif($2, '') as uuid), $3, $4)""";
    private static final String COUNT = "select count(*) from dispute where interview_id = $1";
    private static final String SELECT = """
            select cast(coalesce(jsonb_agg(jsonb_build_object('id', id, 'entryId', entry_id, 'note', note,
                'notedAt', noted_at) order by noted_at, id), '[]') as text)
            from dispute where interview_id = $1""";
    private static final String ERASE = "delete from dispute where interview_id = $1";

    private final ObjectMapper json;

    DisputeRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> add(InterviewId interview, DisputeRequest dispute, Instant now) {
        return Sql.update(ADD, interview.value(), Objects.toString(dispute.entryId(), ""), dispute.note(), now)
                .replaceWithVoid();
    }

    Uni<Long> count(InterviewId interview) {
        return Sql.value(COUNT, Long.class, interview.value());
    }

    Uni<List<DisputeView>> of(InterviewId interview) {
        return Sql.value(SELECT, String.class, interview.value()).map(this::notes);
    }

    public Uni<Void> erase(InterviewId interview) {
        return Sql.update(ERASE, interview.value()).replaceWithVoid();
    }

    private List<DisputeView> notes(String rows) {
        try {
            return json.readValue(rows, NOTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }
}
