package dev.colloquy.session.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells how interviews stand, and whether that is news. */
@ApplicationScoped
public class Standings {

    private static final String TAGS = """
            select cast(coalesce(jsonb_object_agg(id, concat_ws('.', version, (
                    select coalesce(max(change), 0) from transcript_checkpoint where interview_id = interview.id
                ))), '{}') as text)
            from interview where id = any($1)""";

    private static final TypeReference<Map<UUID, String>> BY_INTERVIEW = new TypeReference<>() {};

    private final ObjectMapper json;

    Standings(ObjectMapper json) {
        this.json = json;
    }

    public StandingView of(Interview interview) {
        return new StandingView(InterviewView.of(interview), evaluation(interview), Awaiting.of(interview));
    }

    /**
     * The version of the interview and the number of its transcript's last change, {@code 12.34}: the same exactly as long
     * as its results are. Ask before what it is the tag of is read.
     */
    public Uni<String> tag(Interview interview) {
        return tags(List.of(interview.id)).map(tags -> tags.get(interview.id));
    }

    /** The tags of interviews of one tenant; of those that are gone, none. */
    public Uni<Map<UUID, String>> tags(Collection<UUID> interviews) {
        return Sql.value(TAGS, String.class, (Object) interviews.toArray(UUID[]::new))
                .map(this::read);
    }

    private Map<UUID, String> read(String tags) {
        try {
            return json.readValue(tags, BY_INTERVIEW);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }

    /** One that was written from an older version is no result any more. */
    private static @Nullable JsonNode evaluation(Interview interview) {
        return interview.evaluationVersion == interview.finalVersion ? interview.evaluation : null;
    }
}
