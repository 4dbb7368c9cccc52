package dev.colloquy.gateway.socket;

import static dev.colloquy.gateway.RawSocket.CONTINUATION;
import static dev.colloquy.gateway.RawSocket.PING;
import static dev.colloquy.gateway.RawSocket.TEXT;
import static dev.colloquy.gateway.RawSocket.frame;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.RawSocket;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.ticket.Ticket;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that break the rules, byte by byte. */
@QuarkusTest
class HostileClientTest {

    private static final byte[] NOTHING = new byte[0];

    @Inject
    Occupancy occupancy;

    @Inject
    SocketConfig config;

    @Test
    @DisplayName("G03: a frame of 65,537 bytes is too long")
    void closesOnAFrameThatIsTooLong() {
        assertEquals(1009, codeAfter(frame(TEXT, true, true, new byte[65_537])));
    }

    @Test
    @DisplayName("G03: fragments that together are too long")
    void closesOnAMessageThatIsTooLong() {
        assertEquals(
                1009,
                codeAfter(frame(TEXT, false, true, spaces(40_000)), frame(CONTINUATION, true, true, spaces(40_000))));
    }

    @Test
    @DisplayName("G03: 10,000 fragments that are never finished, however small, are a flood")
    void closesOnFragmentsWithoutEnd() {
        var frames = new ArrayList<byte[]>();
        frames.add(frame(TEXT, false, true, NOTHING));
        IntStream.range(0, 10_000).forEach(_ -> frames.add(frame(CONTINUATION, false, true, NOTHING)));
        assertEquals(1008, codeAfter(frames.toArray(byte[][]::new)));
    }

    @Test
    @DisplayName("R6, G03: pings are counted like messages")
    void closesOnAFloodOfPings() {
        var frames = IntStream.range(0, 1000)
                .mapToObj(_ -> frame(PING, true, true, new byte[125]))
                .toArray(byte[][]::new);
        assertEquals(1008, codeAfter(frames));
    }

    @Test
    @DisplayName("G03: a frame without a mask breaks the protocol")
    void closesOnAnUnmaskedFrame() {
        assertEquals(1002, codeAfter(frame(TEXT, true, false, spaces(2))));
    }

    @Test
    @DisplayName("G03: text that is not UTF-8 is no text")
    void closesOnBadUtf8() {
        assertEquals(1007, codeAfter(frame(TEXT, true, true, new byte[] {(byte) 0xc3, 0x28})));
    }

    @Test
    @DisplayName("G03: no compression is agreed on, and a compressed frame breaks the protocol")
    void agreesOnNoCompression() {
        try (var socket = RawSocket.connect()) {
            var ticket = Candidate.ofLiveInterview().ticket();
            socket.write(RawSocket.upgrade("/realtime/socket", ticket).getBytes(ISO_8859_1));
            assertFalse(socket.head().toLowerCase().contains("permessage-deflate"));
            var compressed = frame(TEXT, true, true, spaces(2));
            compressed[0] |= 0x40;
            socket.write(compressed);
            assertEquals(1002, socket.closeCode());
        }
    }

    @Test
    @DisplayName("G03: 100 MB of small frames on one socket: closed soon, and the heap does not grow")
    void survivesAFlood() {
        var before = usedHeap();
        var frames = new byte[64 * 1024];
        var one = frame(TEXT, true, true, spaces(2));
        IntStream.range(0, frames.length / one.length)
                .forEach(i -> System.arraycopy(one, 0, frames, i * one.length, one.length));
        var began = Instant.now();
        try (var socket = RawSocket.open(Candidate.ofLiveInterview().ticket())) {
            IntStream.range(0, 1600).takeWhile(_ -> tryWrite(socket, frames)).forEach(_ -> {});
        }
        assertTrue(Instant.now().isBefore(began.plusSeconds(5)));
        assertTrue(usedHeap() - before < 64L * 1024 * 1024);
        var other = Candidate.ofLiveInterview().connect();
        other.send("{\"type\": \"heartbeat\"}");
        other.next();
        other.close();
    }

    @Test
    @DisplayName("G04: upgrades that are pipelined are answered one after the other, and others go on")
    void answersPipelinedUpgrades() {
        var upgrade = RawSocket.upgrade("/realtime/socket", "0".repeat(32));
        try (var socket = RawSocket.connect()) {
            socket.write(upgrade.repeat(200).getBytes(ISO_8859_1));
            for (int i = 0; i < 200; i++) {
                assertTrue(socket.head().startsWith("HTTP/1.1 401"));
            }
        }
        Candidate.ofLiveInterview().connect().close();
    }

    @Test
    @DisplayName("G02: a ticket in the address is refused and not logged")
    void refusesATicketInTheAddress() {
        var ticket = Candidate.ofLiveInterview().ticket();
        var logged = new ArrayList<String>();
        var listener = listener(logged);
        LogContext.getLogContext().getLogger("").addHandler(listener);
        try (var socket = RawSocket.connect()) {
            socket.write(RawSocket.upgrade("/realtime/socket?ticket=" + ticket, ticket)
                    .getBytes(ISO_8859_1));
            assertRefused(socket, 400, "/problems/nothing-in-the-address");
        } finally {
            LogContext.getLogContext().getLogger("").removeHandler(listener);
        }
        assertTrue(logged.stream().noneMatch(line -> line.contains(ticket)));
        TestSocket.open(ticket).close();
    }

    @Test
    @DisplayName("G13: the sixth socket of an interview is refused before the upgrade while five are open")
    void refusesTheSixthSocketOfAnInterview() {
        var candidate = Candidate.ofLiveInterview();
        var open = IntStream.range(0, config.maxSocketsPerInterview())
                .mapToObj(_ -> RawSocket.open(candidate.ticket()))
                .toList();
        try (var socket = RawSocket.connect()) {
            socket.write(
                    RawSocket.upgrade("/realtime/socket", candidate.ticket()).getBytes(ISO_8859_1));
            assertRefused(socket, 429, "/problems/too-many-sockets");
        }
        open.forEach(RawSocket::close);
    }

    @Test
    @DisplayName("G13: a replica that is full refuses the next socket before the upgrade, and costs it no ticket")
    void refusesWhenTheReplicaIsFull() {
        var ticket = Candidate.ofLiveInterview().ticket();
        var others = new ArrayList<Ticket>();
        while (!occupancy.isFull()) {
            var other = new Ticket(
                    new InterviewId(UUID.randomUUID()), new TenantId("t" + others.size() % 9), null, Instant.EPOCH);
            assertTrue(occupancy.enter(other));
            others.add(other);
        }
        try (var socket = RawSocket.connect()) {
            socket.write(RawSocket.upgrade("/realtime/socket", ticket).getBytes(ISO_8859_1));
            assertRefused(socket, 503, "/problems/too-many-sockets");
        } finally {
            others.forEach(occupancy::leave);
        }
        TestSocket.open(ticket).close();
    }

    private static void assertRefused(RawSocket socket, int status, String type) {
        var head = socket.head().toLowerCase();
        assertTrue(head.startsWith("http/1.1 " + status), head);
        assertTrue(head.contains("application/problem+json"), head);
        assertEquals(status != 400, head.contains("retry-after: 5"), head);
        var length = head.replaceAll("(?s).*content-length: (\\d+).*", "$1");
        var body = new JsonPath(socket.body(Integer.parseInt(length)));
        assertEquals(type, body.getString("type"));
        assertEquals(status, body.getInt("status"));
    }

    private static int codeAfter(byte[]... frames) {
        try (var socket = RawSocket.open(Candidate.ofLiveInterview().ticket())) {
            List.of(frames).stream().takeWhile(frame -> tryWrite(socket, frame)).forEach(_ -> {});
            return socket.closeCode();
        }
    }

    private static boolean tryWrite(RawSocket socket, byte[] bytes) {
        try {
            socket.write(bytes);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static byte[] spaces(int count) {
        return " ".repeat(count).getBytes(ISO_8859_1);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ExtHandler listener(List<String> lines) {
        return new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(line.getFormattedMessage());
            }
        };
    }
}
