package dev.colloquy.session.deadline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.ledger.Deadline;
import java.sql.SQLException;
import java.time.Duration;

/** The alarms of an interview, as they are in the table. */
final class Alarms {

    private static final String WAIT = """
            select extract(epoch from due_at - created_at) from leased_work
            where queue = 'interview-deadlines' and key like ? order by created_at desc limit 1""";
    private static final String WAITING = """
            select count(*) from leased_work
            where queue = 'interview-deadlines' and key like ? and state = 'waiting'""";
    private static final String RING = """
            update leased_work set due_at = now()
            where queue = 'interview-deadlines' and key like ? and state = 'waiting'""";

    private static final String RING_OLDEST = """
            update leased_work set due_at = now() where id = (
                select id from leased_work
                where queue = 'interview-deadlines' and key like ? and state = 'waiting' order by created_at limit 1)""";

    private Alarms() {}

    /** How long after it was set the newest of these rings. */
    static Duration wait(InterviewId id, Deadline deadline) {
        return Duration.ofSeconds(Math.round(number(WAIT, id, deadline)));
    }

    static long waiting(InterviewId id, Deadline deadline) {
        return Math.round(number(WAITING, id, deadline));
    }

    /** Lets the time of those that wait have come. */
    static void ring(InterviewId id, Deadline deadline) {
        update(RING, id, deadline);
    }

    static void ringOldest(InterviewId id, Deadline deadline) {
        update(RING_OLDEST, id, deadline);
    }

    private static void update(String sql, InterviewId id, Deadline deadline) {
        try (var database = PostgresResource.ownerConnection("session");
                var update = database.prepareStatement(sql)) {
            update.setString(1, key(id, deadline));
            assertTrue(update.executeUpdate() > 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double number(String sql, InterviewId id, Deadline deadline) {
        try (var database = PostgresResource.ownerConnection("session");
                var query = database.prepareStatement(sql)) {
            query.setString(1, key(id, deadline));
            try (var rows = query.executeQuery()) {
                assertTrue(rows.next());
                return rows.getDouble(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(InterviewId id, Deadline deadline) {
        return id + ":" + deadline + ":%";
    }
}
