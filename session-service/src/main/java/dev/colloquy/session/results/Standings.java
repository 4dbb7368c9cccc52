package dev.colloquy.session.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells how interviews stand, and whether that is news. */
@ApplicationScoped
public class Standings {

    private static final String TAG = """
            select concat_ws('.', version, (select coalesce(max(change), 0) from transcript_checkpoint
                where interview_id = $1)) from interview where id = $1""";

    public StandingView of(Interview interview) {
        return new StandingView(InterviewView.of(interview), evaluation(interview), Awaiting.of(interview));
    }

    /**
     * The version of the interview and the number of its transcript's last change, {@code 12.34}: the same exactly as long
     * as its results are. Ask before what it is the tag of is read.
     */
    public Uni<String> tag(Interview interview) {
        return Sql.value(TAG, String.class, interview.id);
    }

    /** One that was written from an older version is no result any more. */
    private static @Nullable JsonNode evaluation(Interview interview) {
        return interview.evaluationVersion == interview.finalVersion ? interview.evaluation : null;
    }
}
