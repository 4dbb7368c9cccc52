package dev.colloquy.session.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of facts: what is there stays, and evidence that is there already is not added again. */
@ApplicationScoped
public class FactRepository {

    private static final TypeReference<List<RecordedFact>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            coalesce(jsonb_agg(jsonb_build_object('fact', data, 'source', source,
                'evidenceId', evidence_id, 'occurredAt', occurred_at) order by seq), '[]')""";
    /** A statement does not see what it inserts itself, so that nothing comes twice. */
    private static final String ADD = """
            with added as (
                insert into interview_fact (interview_id, kind, source, evidence_id, occurred_at, data)
                select $1, f.fact ->> 'kind', f.source, f."evidenceId", f."occurredAt", f.fact
                from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                    as f(fact jsonb, source text, "evidenceId" text, "occurredAt" timestamptz)
                on conflict do nothing
                returning seq, data, source, evidence_id, occurred_at),
            known as (
                select seq, data, source, evidence_id, occurred_at from interview_fact where interview_id = $1
                union all
                select seq, data, source, evidence_id, occurred_at from added)
            select cast(jsonb_build_object('facts', (select %s from known), 'new', (select count(*) from added)) as text)
            """.formatted(COLUMNS);

    private static final String SELECT =
            "select cast(%s as text) from interview_fact where interview_id = $1".formatted(COLUMNS);

    private final ObjectMapper json;
    private final FactReader reader;

    FactRepository(ObjectMapper json) {
        this.json = json;
        this.reader = new FactReader(json);
    }

    /** Adds facts to the caller's transaction, in one round trip. */
    public Uni<Known> add(InterviewId interview, List<RecordedFact> facts) {
        var rows = toJson(facts);
        return Sql.value(ADD, String.class, interview.value(), rows).map(reader::readKnown);
    }

    /** Every fact of an interview, in the order of their recording. */
    public Uni<List<RecordedFact>> of(InterviewId interview) {
        return Sql.value(SELECT, String.class, interview.value()).map(reader::read);
    }

    private String toJson(List<RecordedFact> facts) {
        try {
            return json.writerFor(FACTS).writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts must serialise to JSON", e);
        }
    }
}
