package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Offers behind which there is no browser, as a demonstration makes them. */
class UnansweredCallIT {

    @Test
    @DisplayName("R11: a call to which no browser connects is given up, and its place is free for another one")
    void isGivenUp() throws IOException, InterruptedException {
        try (SimulatorProcess simulators = SimulatorProcess.start(Map.of("OPENAI_CONNECT_TIMEOUT_MS", "500"));
                HttpClient http = HttpClient.newHttpClient()) {
            for (int call = 1; call <= 2; call++) {
                HttpResponse<String> placed = http.send(offer(simulators), BodyHandlers.ofString());
                assertEquals(201, placed.statusCode(), placed.body());
                assertTrue(placed.body().contains("a=candidate:"), placed.body());
                HttpRequest on = HttpRequest.newBuilder(URI.create(simulators.url() + "/control/openai/calls"))
                        .build();
                await().atMost(ofSeconds(60))
                        .until(() ->
                                http.send(on, BodyHandlers.ofString()).body().equals("{\"calls\":[]}"));
            }
            assertTrue(simulators.isAlive(), simulators.log());
        }
    }

    private static HttpRequest offer(SimulatorProcess simulators) {
        return HttpRequest.newBuilder(URI.create(simulators.url() + "/v1/realtime/calls"))
                .header("Authorization", "Bearer " + RunningSimulators.OPENAI_KEY)
                .header("Content-Type", "application/sdp")
                .POST(BodyPublishers.ofString(RealtimeCalls.offer()))
                .build();
    }
}
