package dev.colloquy.local.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.edge.AccessLog;
import dev.colloquy.local.edge.Edge;
import dev.colloquy.local.embedded.ReceivedMail;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    private static final ReceivedMail MAIL = new ReceivedMail(
            "7",
            "Colloquy <no-reply@example.org>",
            "zoe@example.org",
            "Interview <b>& more",
            Instant.parse("2026-03-01T10:00:00Z"),
            "Join at {content} http://localhost:8080/i/1",
            "<p onclick=\"x()\">Join</p>",
            List.of("interview.ics"),
            "BEGIN:VCALENDAR");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private AccessLog log;
    private int port;

    @BeforeEach
    void start() {
        log = new AccessLog(folder.resolve("edge.log"), Clock.systemUTC());
        var edge = Edge.ofApi(vertx, Map.of(), new Mailbox(vertx, () -> List.of(MAIL)).pages(), log);
        port = edge.listen(0).toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        log.close();
    }

    @Test
    void listsMailsWithTheirSubjectsAsText() throws Exception {
        var page = get("/mailbox");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a href=\"/mailbox/7\">Interview &lt;b&gt;&amp; more</a>"));
    }

    @Test
    void showsTheHtmlOfAMailInAFrameThatRunsNothing() throws Exception {
        var page = get("/mailbox/7").body();
        assertTrue(page.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""));
        assertFalse(page.contains("onclick"));
        assertTrue(page.contains("BEGIN:VCALENDAR"));
        var frame = get("/mailbox/7/html");
        assertTrue(frame.body().endsWith(MAIL.html()));
        var policy = frame.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("sandbox allow-popups"), policy);
        assertFalse(policy.contains("allow-scripts"));
    }

    @Test
    void answersProgramsInJson() throws Exception {
        var mail = new JsonArray(get("/mailbox/api/messages").body()).getJsonObject(0);
        assertEquals("zoe@example.org", mail.getString("to"));
        assertEquals("Interview <b>& more", mail.getString("subject"));
        assertEquals("2026-03-01T10:00:00Z", mail.getString("sentAt"));
        assertEquals("BEGIN:VCALENDAR", mail.getString("calendar"));
        assertEquals(List.of("interview.ics"), mail.getJsonArray("attachments").getList());
    }

    @Test
    void saysThatAMailIsGone() throws Exception {
        assertEquals(404, get("/mailbox/8").statusCode());
        assertEquals(404, get("/mailbox/8/html").statusCode());
    }

    @Test
    void saysThatThereIsNoMailYet() {
        assertTrue(MailPages.list(List.of()).contains("No mail has arrived yet"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
