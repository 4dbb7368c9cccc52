package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services publish, and what is then expected. */
final class Published {

    private static final TenantId ACME = new TenantId("acme");

    private Published() {}

    static void scheduled(InterviewId interview) {
        var now = Clock.systemUTC().instant();
        KafkaPeer.publish(new InterviewScheduled(
                UUID.randomUUID(),
                now,
                ACME,
                interview,
                UUID.randomUUID(),
                null,
                now,
                now.plus(Duration.ofHours(1)),
                Provider.LIVEKIT));
    }

    static void ended(InterviewId interview, Provider provider, @Nullable String conversationId) {
        ended(interview, ACME, provider, conversationId, null);
    }

    /** One whose conversation nobody named. */
    static void endedWithoutConversation(InterviewId interview, String tenant, @Nullable String clientSessionId) {
        ended(interview, new TenantId(tenant), Provider.ELEVENLABS, null, clientSessionId);
    }

    private static void ended(
            InterviewId interview,
            TenantId tenant,
            Provider provider,
            @Nullable String conversationId,
            @Nullable String clientSessionId) {
        var now = Clock.systemUTC().instant();
        KafkaPeer.publish(new InterviewEnded(
                UUID.randomUUID(),
                now,
                tenant,
                interview,
                provider,
                now,
                EndedBy.USER,
                60,
                false,
                false,
                conversationId,
                clientSessionId));
    }

    /** How many questions about the interview were answered, or not. */
    static int questions(InterviewId interview) {
        var questions = expectation(interview, "questions");
        return questions.equals("none") ? 0 : Integer.parseInt(questions);
    }

    /** A column of the expectation as text; {@code none} without one, {@code null} while it is empty. */
    static String expectation(InterviewId interview, String column) {
        try (var database = PostgresResource.ownerConnection("webhook");
                var query = database.prepareStatement(
                        "select cast(%s as text) from expectation where interview_id = ?".formatted(column))) {
            query.setObject(1, interview.value());
            var rows = query.executeQuery();
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
