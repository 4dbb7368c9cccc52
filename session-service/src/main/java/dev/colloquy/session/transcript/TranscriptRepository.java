package dev.colloquy.session.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.chronicle.FinalTranscript;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of the tenant whose rows are open. */
@ApplicationScoped
public class TranscriptRepository implements PanacheRepositoryBase<TranscriptEntry, UUID>, FinalTranscript {

    private static final String INSERT = """
            insert into transcript_entry (tenant, interview_id, source, item_key, speaker, text, spoken_at, start_ms,
                confidence, interrupted)
            select ?1, ?2, ?3, e.key, e.speaker, e.text, e."spokenAt", e."startMs", e.confidence, e.interrupted
            from jsonb_to_recordset(cast(cast(?4 as text) as jsonb)) as e(key text, speaker text, text text,
                "spokenAt" timestamptz, "startMs" bigint, confidence double precision, interrupted boolean)
            on conflict do nothing""";

    private final ObjectMapper json;

    TranscriptRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Adds what this source has not told before; answers how much that was. */
    public Uni<Integer> add(Interview interview, Witness source, List<Utterance> utterances) {
        var rows = toJson(utterances);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, interview.tenant)
                        .setParameter(2, interview.id)
                        .setParameter(3, source.name())
                        .setParameter(4, rows)
                        .executeUpdate());
    }

    public Uni<Transcript> of(InterviewId interview) {
        return list("interviewId", interview.value()).map(Transcript::of);
    }

    @Override
    public Uni<String> hash(InterviewId interview) {
        return of(interview).map(Transcript::hash);
    }

    public Uni<Void> erase(InterviewId interview) {
        return delete("interviewId", interview.value()).replaceWithVoid();
    }

    private String toJson(List<Utterance> utterances) {
        try {
            return json.writeValueAsString(utterances.stream().map(NewEntry::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Entries must serialise to JSON", e);
        }
    }

    private record NewEntry(
            String key,
            String speaker,
            String text,
            Instant spokenAt,
            @Nullable Long startMs,
            @Nullable Double confidence,
            boolean interrupted) {

        static NewEntry of(Utterance said) {
            return new NewEntry(
                    said.key(),
                    said.speaker().name(),
                    said.text(),
                    said.timestamp(),
                    said.startMs(),
                    said.confidence(),
                    said.interrupted());
        }
    }
}
