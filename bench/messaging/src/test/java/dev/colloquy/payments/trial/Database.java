package dev.colloquy.payments.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of a trial, seen by its superuser. */
public final class Database {

    private final String name;

    Database(String name) {
        this.name = name;
    }

    public void run(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String sql, Object... values) {
        return Long.parseLong(texts(sql, values).getFirst());
    }

    /** The first column of every row. */
    public List<String> texts(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Of the outbox: neither published nor dead. */
    public long waiting() {
        return count("select count(*) from outbox_message where published_at is null and dead_reason is null");
    }

    /** The replica whose relay is at work now. */
    public List<String> relayAtWork() {
        return texts("""
                select application_name from pg_locks join pg_stat_activity using (pid)
                where locktype = 'advisory' and granted and datname = current_database()""");
    }

    /** Ends the connections the condition is true of, and says how many. */
    public long endConnections(String condition) {
        return count("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and\s""" + condition);
    }

    private Connection connect() throws SQLException {
        var url = "jdbc:" + Servers.running().databases().url(name);
        return DriverManager.getConnection(url, "postgres", Servers.PASSWORD);
    }
}
