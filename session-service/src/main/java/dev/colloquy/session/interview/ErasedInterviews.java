package dev.colloquy.session.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The interviews whose candidates were forgotten, known here or not: what is told of them later is not kept. */
@ApplicationScoped
public class ErasedInterviews {

    private static final String ADD = """
            insert into erased_interview (interview_id, erased_at) values ($1, $2) on conflict do nothing""";
    private static final String FIND = "select erased_at from erased_interview where interview_id = $1";

    public Uni<Void> add(InterviewId interview, Instant erasedAt) {
        return Sql.update(ADD, interview.value(), erasedAt).replaceWithVoid();
    }

    /** When it was erased, if it was. */
    public Uni<@Nullable Instant> find(InterviewId interview) {
        return Sql.value(FIND, Instant.class, interview.value());
    }
}
