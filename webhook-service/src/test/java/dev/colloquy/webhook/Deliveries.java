package dev.colloquy.webhook;

import dev.colloquy.local.embedded.PostgresResource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Looks into the inbox as its owner. */
public final class Deliveries {

    public record Row(
            UUID id,
            String kind,
            String state,
            @Nullable String reason,
            @Nullable UUID conflictOf) {}

    private Deliveries() {}

    /** Rows whose body contains the text, the oldest first. */
    public static List<Row> containing(String text) {
        try (var database = PostgresResource.ownerConnection("webhook");
                var query = database.prepareStatement("""
                        select id, kind, state, reason, conflict_of from delivery
                        where position(convert_to(?, 'UTF8') in body) > 0 order by received_at, id""")) {
            query.setString(1, text);
            var rows = new ArrayList<Row>();
            for (var result = query.executeQuery(); result.next(); ) {
                rows.add(new Row(
                        result.getObject(1, UUID.class),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getObject(5, UUID.class)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the only delivery with this text has come to this state. */
    public static Row await(String text, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> containing(text),
                        rows -> rows.size() == 1 && rows.getFirst().state().equals(state))
                .getFirst();
    }
}
