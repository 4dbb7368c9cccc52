package dev.colloquy.session.transcript;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.ledger.Witness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of the tenant whose rows are open. */
@ApplicationScoped
public class TranscriptRepository {

    private static final TypeReference<List<TranscriptEntry>> ENTRIES = new TypeReference<>() {};
    private static final String ADD = """
            with batch as (
                select coalesce(max(change), 0) + 1 as change from transcript_checkpoint where interview_id = $1
            ), told as (
                insert into transcript_entry as t (tenant, interview_id, source, item_key, previous_item_id, revision, change,
                    digest, speaker, text, spoken_at, start_ms, confidence, interrupted)
                select $2, $1, $3, e.key, e.previous, e.revision, batch.change,
                    e.digest, e.speaker, e.text, e."spokenAt", e."startMs", e.confidence, e.interrupted
                from batch, jsonb_to_recordset(cast(cast($4 as text) as jsonb)) as e(key text, previous text,
                    revision integer, digest bigint, speaker text, text text, "spokenAt" timestamptz, "startMs" bigint,
                    confidence double precision, interrupted boolean)
                on conflict (interview_id, source, item_key) do update
                set previous_item_id = excluded.previous_item_id, revision = excluded.revision, change = excluded.change,
                    digest = excluded.digest, speaker = excluded.speaker, text = excluded.text,
                    spoken_at = excluded.spoken_at, start_ms = excluded.start_ms, confidence = excluded.confidence,
                    interrupted = excluded.interrupted
                where excluded.revision > t.revision
                returning old.digest as before, new.digest as after
            ), sums as (
                select count(*) - count(before) as accepted, count(before) as corrected,
                    coalesce(bit_xor(after), 0) # coalesce(bit_xor(before), 0) as difference
                from told
            ), latest as (
                insert into transcript_checkpoint as c (tenant, interview_id, source, entries, hash, change)
                select $2, $1, $3, accepted, difference, batch.change from sums, batch where accepted + corrected > 0
                on conflict (interview_id, source) do update
                set entries = c.entries + excluded.entries, hash = c.hash # excluded.hash, change = excluded.change
                returning entries, hash
            )
            select cast(jsonb_build_object('accepted', accepted, 'corrected', corrected,
                'entries', coalesce(latest.entries, before.entries, 0), 'hash', coalesce(latest.hash, before.hash, 0)) as text)
            from sums left join latest on true
                left join transcript_checkpoint as before on before.interview_id = $1 and before.source = $3""";
    private static final String SELECT = """
            select cast(coalesce(json_agg(told), '[]') as text)
            from (select id, lower(source) as source, item_key as key, previous_item_id as previous, revision, change,
                    lower(speaker) as speaker, text, spoken_at as "spokenAt", start_ms as "startMs", confidence, interrupted
                from transcript_entry where interview_id = $1) as told""";
    private static final String EXISTS = """
            select exists (select from transcript_entry where interview_id = $1 and id = $2)""";
    private static final List<String> ERASE = List.of(
            "delete from transcript_entry where interview_id = $1",
            "delete from transcript_checkpoint where interview_id = $1");

    private final ObjectMapper json;

    TranscriptRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Adds what this source has not told before, and corrects what it tells better, in an interview the caller holds. */
    public Uni<Receipt> add(UUID interview, String tenant, Witness source, List<Utterance> utterances) {
        var rows = toJson(newest(utterances).stream().map(NewEntry::of).toList());
        return Sql.value(ADD, String.class, interview, tenant, source.name(), rows)
                .map(sums -> read(sums, Receipt.Sums.class).of(utterances.size()));
    }

    public Uni<Transcript> of(InterviewId interview) {
        return entries(interview).map(Transcript::of);
    }

    /** Everything that was told, by whomever, in no order. */
    public Uni<List<TranscriptEntry>> entries(InterviewId interview) {
        return Sql.value(SELECT, String.class, interview.value()).map(this::entries);
    }

    /** Whether the interview has this entry, shown or not. */
    public Uni<Boolean> contains(InterviewId interview, UUID entry) {
        return Sql.value(EXISTS, Boolean.class, interview.value(), entry);
    }

    public Uni<Void> erase(InterviewId interview) {
        return Sql.update(ERASE.getFirst(), interview.value())
                .chain(() -> Sql.update(ERASE.getLast(), interview.value()))
                .replaceWithVoid();
    }

    /** One statement cannot correct a row twice: of several revisions of an item only the highest counts anyway. */
    private static Collection<Utterance> newest(List<Utterance> utterances) {
        return utterances.stream()
                .collect(toMap(
                        Utterance::key,
                        said -> said,
                        maxBy(Comparator.comparingInt(Utterance::revision)),
                        LinkedHashMap::new))
                .values();
    }

    private String toJson(List<NewEntry> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Entries must serialise to JSON", e);
        }
    }

    private List<TranscriptEntry> entries(String rows) {
        try {
            return json.readValue(rows, ENTRIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered entries that nobody wrote", e);
        }
    }

    private <T> T read(String row, Class<T> type) {
        try {
            return json.readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }

    private record NewEntry(
            String key,
            @Nullable String previous,
            int revision,
            long digest,
            String speaker,
            String text,
            Instant spokenAt,
            @Nullable Long startMs,
            @Nullable Double confidence,
            boolean interrupted) {

        static NewEntry of(Utterance said) {
            return new NewEntry(
                    said.key(),
                    said.previousItemId(),
                    said.revision(),
                    said.digest(),
                    said.speaker().name(),
                    said.text(),
                    said.timestamp(),
                    said.startMs(),
                    said.confidence(),
                    said.interrupted());
        }
    }
}
