package dev.colloquy.session.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.chronicle.FinalTranscript;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.transcript.Transcript;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The final versions of the tenant whose rows are open. They do not change; later words make another version. */
@ApplicationScoped
public class FinalVersionRepository implements FinalTranscript {

    private static final String KEEP = """
            insert into final_version (interview_id, version, tenant, transcript_hash, turns, recording, finalised_at)
            select $1, $2, current_setting('app.tenant'), v ->> 'transcriptHash', v -> 'turns',
                nullif(v -> 'recording', 'null'), $3
            from cast(cast($4 as text) as jsonb) as v""";
    private static final String FIND = """
            select cast(jsonb_build_object('version', version, 'transcriptHash', transcript_hash, 'turns', turns,
                'recording', recording, 'finalisedAt', finalised_at) as text)
            from final_version where interview_id = $1 and version = $2""";
    private static final String ERASE = "delete from final_version where interview_id = $1";

    private final TranscriptRepository transcripts;
    private final ObjectMapper json;

    FinalVersionRepository(TranscriptRepository transcripts, ObjectMapper json) {
        this.transcripts = transcripts;
        this.json = json;
    }

    @Override
    public Uni<String> hash(InterviewId interview) {
        return transcripts.of(interview).map(Transcript::hash);
    }

    @Override
    public Uni<Void> keep(InterviewId interview, RecordedFact finalised, Fact.@Nullable RecordingEnded recording) {
        if (!(finalised.fact() instanceof Fact.Finalised(var version, var hash))) {
            throw new IllegalArgumentException("Only what is final is kept");
        }
        return transcripts
                .of(interview)
                .map(Transcript::turns)
                .map(turns -> new FinalVersion(version, hash, turns, of(recording), finalised.occurredAt()))
                .chain(content -> insert(interview, content));
    }

    Uni<FinalVersion> get(InterviewId interview, int version) {
        return Sql.value(FIND, String.class, interview.value(), version)
                .onItem()
                .ifNull()
                .failWith(UnknownVersion::new)
                .map(this::read);
    }

    public Uni<Void> erase(InterviewId interview) {
        return Sql.update(ERASE, interview.value()).replaceWithVoid();
    }

    private static FinalVersion.@Nullable Recording of(Fact.@Nullable RecordingEnded recording) {
        return recording == null ? null : new FinalVersion.Recording(recording.status(), recording.location());
    }

    /** The interview's row comes first, if it is new. */
    private Uni<Void> insert(InterviewId interview, FinalVersion version) {
        var content = write(version);
        return Panache.getSession()
                .chain(Mutiny.Session::flush)
                .chain(() -> Sql.update(KEEP, interview.value(), version.version(), version.finalisedAt(), content))
                .replaceWithVoid();
    }

    private String write(FinalVersion version) {
        try {
            return json.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A version must serialise to JSON", e);
        }
    }

    private FinalVersion read(String row) {
        try {
            return json.readValue(row, FinalVersion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered a version that nobody wrote", e);
        }
    }
}
