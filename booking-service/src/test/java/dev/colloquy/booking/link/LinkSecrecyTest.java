package dev.colloquy.booking.link;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.Booked;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("B3: links show up nowhere")
class LinkSecrecyTest {

    @Inject
    SeenPaths seen;

    @Test
    void keepsLinksOutOfTracesMetricsAndLogs() {
        var token = Booked.at(Booked.inMinutes(60)).token();
        var logged = new Log();
        var problems = Logger.getLogger("http-problem");
        problems.addHandler(logged);
        problems.setLevel(Level.ALL);

        given().get("/api/bookings/" + token).then().statusCode(200);
        given().post("/api/bookings/" + token + "/session-token").then().statusCode(403);
        given().get("/api/bookings/" + token + "/nothing").then().statusCode(404);
        given().delete("/api/bookings/" + token).then().statusCode(405);

        await().until(() -> seen.all().contains("/api/bookings/{token}/nothing"));
        assertTrue(seen.all().stream().noneMatch(path -> path.contains(token)));
        given().get("/q/metrics").then().statusCode(200).body(not(containsString(token)));
        assertEquals(
                List.of(),
                logged.lines.stream().filter(line -> line.contains(token)).toList());
    }

    private static final class Log extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
