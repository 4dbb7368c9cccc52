package dev.colloquy.session.signalling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.interview.Interview;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The signals of the tenant whose rows are open: the first few of each interview, each once. */
@ApplicationScoped
public class SignalRepository {

    static final int MOST = 20;

    private static final TypeReference<List<SignallingView.Seen>> SEEN = new TypeReference<>() {};
    private static final String ADD = """
            insert into signal (tenant, interview_id, kind, content, told_at)
            select $1, $2, e.kind, e.content, $4
            from jsonb_to_recordset(cast(cast($3 as text) as jsonb)) as e(kind text, content text)
            limit greatest(0, $5 - (select count(*) from signal where interview_id = $2))
            on conflict do nothing""";
    private static final String OF = """
            select cast(coalesce(jsonb_agg(
                jsonb_build_object('kind', kind, 'content', content, 'toldAt', told_at) order by seq), '[]') as text)
            from signal where interview_id = $1""";
    private static final String ERASE = "delete from signal where interview_id = $1";

    private final ObjectMapper json;

    SignalRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Adds signals of an interview that the caller holds, until there are enough. */
    Uni<Void> add(Interview interview, List<Signal> signals, Instant now) {
        var rows = toJson(signals);
        return Sql.update(ADD, interview.tenant, interview.id, rows, now, MOST).replaceWithVoid();
    }

    Uni<List<SignallingView.Seen>> of(InterviewId interview) {
        return Sql.value(OF, String.class, interview.value()).map(this::seen);
    }

    public Uni<Void> erase(InterviewId interview) {
        return Sql.update(ERASE, interview.value()).replaceWithVoid();
    }

    private String toJson(List<Signal> signals) {
        try {
            return json.writeValueAsString(signals);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("Signals serialise");
        }
    }

    private List<SignallingView.Seen> seen(String rows) {
        try {
            return json.readValue(rows, SEEN);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("The database answered broken JSON");
        }
    }
}
