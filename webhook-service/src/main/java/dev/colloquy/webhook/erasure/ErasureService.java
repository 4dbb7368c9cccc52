package dev.colloquy.webhook.erasure;

import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

@ApplicationScoped
class ErasureService {

    static final String QUEUE = "forget-interview";

    /** Longer than a delivery that is being stored while its interview is forgotten may take. */
    private static final Duration SECOND_LOOK = Duration.ofMinutes(1);

    /** From here on nothing of the interview and its conversations is stored. */
    private static final String REMEMBER = """
            insert into forgotten (subject)
            select cast(cast($1 as uuid) as text)
            union select conversation_id from expectation where interview_id = $1 and conversation_id is not null
            union select conversation_id from delivery where interview_id = $1 and conversation_id is not null
            on conflict (subject) do nothing""";

    private static final List<String> FORGET = List.of(
            """
            delete from delivery where interview_id = $1 or conversation_id in (
                select conversation_id from expectation where interview_id = $1
                union select conversation_id from delivery where interview_id = $1)""", "delete from recording where interview_id = $1", "delete from presence where interview_id = $1", """
            update expectation set outcome = coalesce(outcome, 'WITHDRAWN'), settled_at = coalesce(settled_at, now()),
                client_session_id = null
            where interview_id = $1 and (outcome is null or client_session_id is not null)""");

    private final LeasedWork work;

    ErasureService(LeasedWork work) {
        this.work = work;
    }

    @WithTransaction
    Uni<Void> forget(List<InterviewId> interviews) {
        return each(
                interviews,
                interview -> forgetRows(interview.value())
                        .chain(() -> work.add(
                                QUEUE, interview.toString(), Map.of("interviewId", interview.value()), SECOND_LOOK)));
    }

    /** What was being stored when the interview was forgotten for the first time is there now. */
    @WithTransaction
    Uni<Void> forgetAgain(UUID interview) {
        return forgetRows(interview);
    }

    private static Uni<Void> forgetRows(UUID interview) {
        return each(
                Stream.concat(Stream.of(REMEMBER), FORGET.stream()).toList(),
                statement -> Sql.update(statement, interview).replaceWithVoid());
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<?>> step) {
        return Multi.createFrom().iterable(all).onItem().call(step).onItem().ignoreAsUni();
    }
}
