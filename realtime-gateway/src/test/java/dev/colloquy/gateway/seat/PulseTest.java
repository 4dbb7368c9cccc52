package dev.colloquy.gateway.seat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.RawSocket;
import dev.colloquy.gateway.TenantTables;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sockets whose client is not there any more, or does not read. In tests: a ping each second, 3 s for a sign of life. */
@QuarkusTest
class PulseTest {

    private static final int SMALL = 4096;

    @Inject
    TenantTables tables;

    @Inject
    MeterRegistry meters;

    @Test
    @DisplayName("G06, F19: a client that shows no sign of life is cut, with the reason ping_timeout")
    void cutsASilentClient() {
        var candidate = Candidate.ofLiveInterview();
        var before = closures("1006", "ping_timeout");
        var opened = Instant.now();
        try (var socket = RawSocket.open(candidate.ticket())) {
            assertEquals(RawSocket.NO_CODE, socket.closeCode());
        }
        assertTrue(Duration.between(opened, Instant.now()).toSeconds() >= 3);
        assertEquals("ping_timeout", reasonOf(candidate));
        assertEquals(before + 1, closures("1006", "ping_timeout"));
    }

    @Test
    @DisplayName("G06: any frame is a sign of life, a pong as well")
    void keepsAClientThatAnswersPings() throws IOException {
        try (var socket = RawSocket.open(Candidate.ofLiveInterview().ticket())) {
            for (int pings = 0; pings < 5; ) {
                if (socket.next().opcode() == RawSocket.PING) {
                    pings++;
                    socket.write(
                            pings % 2 == 0
                                    ? RawSocket.frame(RawSocket.PONG, true, true, new byte[0])
                                    : RawSocket.frame(RawSocket.TEXT, true, true, "{}".getBytes()));
                }
            }
        }
    }

    @Test
    @DisplayName("G05, F16: a reader that stalls is cut within 10 seconds, with the reason slow_consumer")
    void cutsAClientThatDoesNotRead() {
        var candidate = Candidate.ofLiveInterview();
        tables.rows("acme", """
                insert into journal_entry (interview_id, tenant, message)
                select $1, 'acme', jsonb_build_object('type', 'sdp_answer', 'sdp', repeat('x', 60000))
                from generate_series(1, 100)""", candidate.interview().value());
        try (var _ = RawSocket.open(SMALL, candidate.ticket(), "resume.0")) {
            assertEquals("slow_consumer", reasonOf(candidate));
        }
    }

    private double closures(String code, String reason) {
        return meters.counter("colloquy.gateway.closures", "code", code, "reason", reason)
                .count();
    }

    private String reasonOf(Candidate candidate) {
        return await().until(
                        () -> tables
                                .rows(
                                        "acme",
                                        "select reason from connection where interview_id = $1",
                                        candidate.interview().value())
                                .stream()
                                .map(row -> row.getString("reason"))
                                .findFirst()
                                .orElse(""),
                        reason -> !reason.isEmpty());
    }
}
