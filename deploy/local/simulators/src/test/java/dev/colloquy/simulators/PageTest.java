package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The test page: its files, and what it needs of the control API. */
class PageTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:href|src|from) ?=? ?\"([^#\"]+)\"");
    private static RunningSimulators simulators;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    void isServedWithEverythingItRefersTo() {
        HttpResponse<String> page = get("/");
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("default-src 'self'"));
        List<String> files = references(page.body());
        assertTrue(files.contains("main.js"));
        for (String file : references(get("/main.js").body())) {
            assertEquals(200, get("/" + file).statusCode(), file);
        }
        files.forEach(file -> assertEquals(200, get("/" + file).statusCode(), file));
    }

    @Test
    void loadsNothingFromElsewhere() {
        for (String file : List.of("/", "/main.js", "/style.css", "/interviews.js", "/faults.js", "/journal.js")) {
            String content = get(file).body();
            assertFalse(content.contains("https://") || content.contains("http://"), file);
        }
    }

    @Test
    void letsAVirtualCandidateIntoARoomWithTheAgent() {
        JsonObject visitor = new JsonObject().put("room", "page").put("identity", "candidate");
        JsonObject token = simulators.control("/livekit/token", visitor);
        assertEquals("page", simulators.join(token.getString("token")).getString("room"));
        String rooms = get("/control/livekit/rooms").body();
        assertTrue(rooms.contains("\"identity\":\"candidate\""));
    }

    private static List<String> references(String content) {
        return REFERENCE.matcher(content).results().map(found -> found.group(1)).toList();
    }

    private static HttpResponse<String> get(String path) {
        return simulators.send(simulators.request(path));
    }
}
