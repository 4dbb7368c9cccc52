package dev.colloquy.session.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of facts: what is there stays, and evidence that is there already is not added again. */
@ApplicationScoped
public class FactRepository {

    private static final TypeReference<List<RecordedFact>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            cast(coalesce(jsonb_agg(jsonb_build_object('fact', data, 'source', source,
                'evidenceId', evidence_id, 'occurredAt', occurred_at) order by seq), '[]') as text)""";
    /** A statement does not see what it inserts itself, so that nothing comes twice. */
    private static final String ADD = """
            with added as (
                insert into interview_fact (interview_id, kind, source, evidence_id, occurred_at, data)
                select ?1, f.fact ->> 'kind', f.source, f."evidenceId", f."occurredAt", f.fact
                from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                    as f(fact jsonb, source text, "evidenceId" text, "occurredAt" timestamptz)
                on conflict do nothing
                returning seq, data, source, evidence_id, occurred_at),
            known as (
                select seq, data, source, evidence_id, occurred_at from interview_fact where interview_id = ?1
                union all
                select seq, data, source, evidence_id, occurred_at from added)
            select %s from known""".formatted(COLUMNS);

    private static final String SELECT = "select %s from interview_fact where interview_id = ?1".formatted(COLUMNS);

    private final ObjectMapper json;
    private final FactReader reader;

    FactRepository(ObjectMapper json) {
        this.json = json;
        this.reader = new FactReader(json);
    }

    /** Adds facts to the caller's transaction, in one round trip; answers all that are known then, as {@link #of} does. */
    public Uni<List<RecordedFact>> add(InterviewId interview, List<RecordedFact> facts) {
        var rows = toJson(facts);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD, String.class)
                        .setParameter(1, interview.value())
                        .setParameter(2, rows)
                        .getSingleResult())
                .map(reader::read);
    }

    /** Every fact of an interview, in the order of their recording. */
    public Uni<List<RecordedFact>> of(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT, String.class)
                        .setParameter(1, interview.value())
                        .getSingleResult())
                .map(reader::read);
    }

    private String toJson(List<RecordedFact> facts) {
        try {
            return json.writerFor(FACTS).writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts must serialise to JSON", e);
        }
    }
}
