package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LostWebhooksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StackAddress stack = RunningStack.address();
    private final URI faults = URI.create(stack.simulators() + "/control/faults");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void dropEveryWebhook() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(faults)
                .POST(BodyPublishers.ofString("{\"point\":\"livekit.webhook\",\"fault\":\"drop\"}")));
    }

    @AfterEach
    void dropNoMore() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(faults).DELETE());
        http.close();
    }

    @Test
    @DisplayName("W20, W5: an interview comes to its report, with its recording, though no webhook ever comes")
    void playsAnInterviewWithoutAnyWebhook() {
        var told = new ByteArrayOutputStream();
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        try (var web = new Web(stack.edge())) {
            var clock = Clock.systemUTC();
            var results = new BookedInterview(stack, web, new Steps(out, clock, PATIENCE), clock).play();
            assertFalse(results.isBlank(), told.toString(StandardCharsets.UTF_8));
        }
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        assertEquals(2, status / 100);
    }
}
