package dev.colloquy.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.report.Play;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("P3 A writer that lost its lease")
class LateWriterTest {

    @Inject
    ReportService reports;

    @Test
    void doesNotBeginAReportThatAnotherOneIsFinishing() throws SQLException {
        var job = written();
        try (var other = database()) {
            set(other, job, "WRITING");
            other.setAutoCommit(false);
            set(other, job, "COMPLETE");

            var began = CompletableFuture.supplyAsync(() -> await(() -> reports.begin(job)));
            Awaitility.await().until(LateWriterTest::isSomebodyWaiting);
            other.commit();

            assertFalse(began.join());
        }
        assertEquals("COMPLETE", state(job));
    }

    @Test
    void neitherChangesNorTellsWhatIsFinished() throws SQLException {
        var job = written();

        await(() -> reports.fail(job, "too_late"));
        assertFalse(await(() -> reports.reject(job)));
        assertFalse(await(() -> reports.begin(job)));
        Play.good().finalised().updated();

        assertEquals("COMPLETE", state(job));
        assertEquals(1, KafkaPeer.read(Topics.REPORT_UPDATED, job.interview()).size());
    }

    private static ReportJob written() {
        var play = Play.good().finalised();
        var id = UUID.fromString(play.updated().path("reportId").asText());
        return new ReportJob(id, new TenantId(play.tenant), play.interview, 1);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection database() throws SQLException {
        var database = PostgresResource.ownerConnection("report");
        try (var statement = database.createStatement()) {
            statement.execute("set app.tenant = 'acme'");
        }
        return database;
    }

    private static void set(Connection database, ReportJob job, String state) throws SQLException {
        try (var statement = database.prepareStatement("update report set state = ? where id = ?")) {
            statement.setString(1, state);
            statement.setObject(2, job.reportId());
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static String state(ReportJob job) throws SQLException {
        try (var database = database();
                var query = database.prepareStatement("select state from report where id = ?")) {
            query.setObject(1, job.reportId());
            var row = query.executeQuery();
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    private static boolean isSomebodyWaiting() throws SQLException {
        try (var database = database();
                var query = database.createStatement()) {
            var row = query.executeQuery("select exists (select from pg_locks where not granted)");
            return row.next() && row.getBoolean(1);
        }
    }
}
