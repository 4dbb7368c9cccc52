package dev.colloquy.webhook;

import dev.colloquy.local.embedded.PostgresResource;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Changes and counts rows as the owner of the tables. */
public final class Database {

    private Database() {}

    /** How many rows it changed. */
    public static int update(String sql, @Nullable Object... parameters) {
        try (var database = PostgresResource.ownerConnection("webhook");
                var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long number(String sql, @Nullable Object... parameters) {
        try (var database = PostgresResource.ownerConnection("webhook");
                var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
