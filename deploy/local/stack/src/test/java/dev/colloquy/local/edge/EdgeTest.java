package dev.colloquy.local.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    private static final RouteTable TABLE = RouteTable.parse("""
            | method | path | service |
            |---|---|---|
            | GET | /api/bookings/{token} | booking |
            | POST | /api/upload-resume | booking |
            | GET | /api/reports | report |
            | WS | /realtime/socket | gateway |
            """);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<MultiMap> headers = new CopyOnWriteArrayList<>();
    private final AtomicLong uploaded = new AtomicLong();
    private AccessLog log;
    private int port;
    private int servicePort;

    @BeforeEach
    void start() throws Exception {
        servicePort = done(vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("colloquy"))
                        .requestHandler(this::serve)
                        .webSocketHandler(EdgeTest::echo)
                        .listen(0, "127.0.0.1"))
                .actualPort();
        var service = URI.create("http://127.0.0.1:" + servicePort);
        var nobody = URI.create("http://127.0.0.1:1");
        log = new AccessLog(folder.resolve("edge.log"), Clock.systemUTC());
        var pages = Map.<String, Page>of("/", request -> Page.send(request, 200, "text/html", "Hello"));
        var services = Map.of("booking", service, "gateway", service, "report", nobody);
        port = done(new Edge(vertx, TABLE, services, pages, log).listen(0));
    }

    @AfterEach
    void stop() throws Exception {
        done(vertx.close());
        log.close();
    }

    @Test
    void passesARequestAndItsAnswer() throws Exception {
        var answer = send(HttpMethod.GET, "/api/bookings/abc?x=%2F&y=1", Buffer.buffer());
        assertEquals(200, answer.status());
        assertEquals("answer", answer.body().toString());
        assertEquals("yes", answer.headers().get("X-Service"));
        assertEquals(List.of("GET /api/bookings/abc?x=%2F&y=1"), seen);
    }

    @Test
    void tellsWhoCalledAndNothingTheCallerMadeUp() throws Exception {
        var made = new RequestOptions()
                .putHeader("X-Forwarded-For", "6.6.6.6")
                .putHeader("X-Forwarded-Host", "evil.example")
                .putHeader("X-Forwarded-Prefix", "/x")
                .putHeader("Forwarded", "for=6.6.6.6");
        send(made, HttpMethod.GET, "/api/bookings/abc", Buffer.buffer());
        var received = headers.getFirst();
        assertEquals(List.of("127.0.0.1"), received.getAll("X-Forwarded-For"));
        assertEquals("http", received.get("X-Forwarded-Proto"));
        assertEquals("127.0.0.1:" + port, received.get("X-Forwarded-Host"));
        assertFalse(received.contains("X-Forwarded-Prefix"));
        assertFalse(received.contains("Forwarded"));
    }

    @Test
    void streamsAnUploadOfAnySize() throws Exception {
        var large = Buffer.buffer(new byte[8 * 1024 * 1024]);
        var answer = send(HttpMethod.POST, "/api/upload-resume", large);
        assertEquals(200, answer.status());
        assertEquals(large.length(), uploaded.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/bookings/a;b", "/api/bookings/%2e%2e", "/api//bookings/a", "/api/bookings/../bookings/a"})
    void passesNoTrickyPath(String path) throws Exception {
        assertProblem(400, "/problems/unclear-path", send(HttpMethod.GET, path, Buffer.buffer()));
        assertTrue(seen.isEmpty());
    }

    @Test
    void refusesPathsAndMethodsThatAreNotInTheTable() throws Exception {
        assertProblem(404, "/problems/unknown-path", send(HttpMethod.GET, "/api/other", Buffer.buffer()));
        assertProblem(404, "/problems/unknown-path", send(HttpMethod.GET, "/internal/x", Buffer.buffer()));
        var wrong = send(HttpMethod.DELETE, "/api/bookings/abc", Buffer.buffer());
        assertProblem(405, "/problems/wrong-method", wrong);
        assertEquals("GET", wrong.headers().get("Allow"));
        assertTrue(seen.isEmpty());
    }

    @Test
    void saysWhenAServiceDoesNotAnswer() throws Exception {
        var answer = send(HttpMethod.GET, "/api/reports", Buffer.buffer());
        assertProblem(503, "/problems/service-unreachable", answer);
        assertEquals("2", answer.headers().get("Retry-After"));
    }

    @Test
    void tiesSocketsTogetherWithTheirSubprotocol() throws Exception {
        var client = vertx.createWebSocketClient();
        var options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/realtime/socket")
                .setSubProtocols(List.of("colloquy", "ticket.1"));
        var socket = done(client.connect(options));
        var answers = new CopyOnWriteArrayList<String>();
        socket.textMessageHandler(answers::add);
        socket.writeTextMessage("hello");
        await().until(() -> answers.contains("echo hello"));
        assertEquals("colloquy", socket.subProtocol());
        socket.writeTextMessage("bye");
        await().until(socket::isClosed);
        assertEquals((short) 1000, socket.closeStatusCode());
        assertEquals("session over", socket.closeReason());
    }

    @Test
    void opensSocketsOnSocketPathsOnly() throws Exception {
        var client = vertx.createWebSocketClient();
        assertThrows(ExecutionException.class, () -> done(client.connect(port, "127.0.0.1", "/api/reports/socket")));
        assertProblem(426, "/problems/socket-only", send(HttpMethod.GET, "/realtime/socket", Buffer.buffer()));
        assertTrue(seen.isEmpty());
    }

    @Test
    void servesItsOwnPagesWithSecurityHeaders() throws Exception {
        var page = send(HttpMethod.GET, "/", Buffer.buffer());
        assertEquals("Hello", page.body().toString());
        assertEquals("no-referrer", page.headers().get("Referrer-Policy"));
        assertTrue(page.headers().get("Content-Security-Policy").contains("frame-ancestors 'none'"));
    }

    @Test
    void logsTemplatesAndNoTokens() throws Exception {
        send(HttpMethod.GET, "/api/bookings/0123456789abcdef", Buffer.buffer());
        send(HttpMethod.GET, "/api/guess/0123456789abcdef", Buffer.buffer());
        await().until(() -> lines().size() == 2);
        assertTrue(lines().getFirst().contains(" GET /api/bookings/{token} 200 "), () -> String.join("\n", lines()));
        assertTrue(lines().getLast().contains(" GET - 404 "));
        assertFalse(String.join("\n", lines()).contains("0123456789abcdef"));
    }

    @Test
    void keepsBinaryAnswersAsTheyAre() throws Exception {
        var bytes = new byte[] {0, 1, 2, (byte) 0xff};
        var answer = send(HttpMethod.POST, "/api/upload-resume?echo", Buffer.buffer(bytes));
        assertArrayEquals(bytes, answer.body().getBytes());
    }

    private record Answer(int status, MultiMap headers, Buffer body) {}

    private static void assertProblem(int status, String type, Answer answer) {
        assertEquals(status, answer.status());
        assertEquals("application/problem+json", answer.headers().get("Content-Type"));
        var problem = new JsonObject(answer.body());
        assertEquals(type, problem.getString("type"));
        assertEquals(status, problem.getInteger("status"));
    }

    private Answer send(HttpMethod method, String uri, Buffer body) throws Exception {
        return send(new RequestOptions(), method, uri, body);
    }

    private Answer send(RequestOptions options, HttpMethod method, String uri, Buffer body) throws Exception {
        var target = options.setHost("127.0.0.1").setPort(port).setURI(uri).setMethod(method);
        return done(vertx.createHttpClient().request(target).compose(request -> exchange(request, body)));
    }

    /** On the event loop, so that nothing of the answer arrives before somebody listens. */
    private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
        return (body.length() == 0 ? request.send() : request.send(body)).compose(EdgeTest::whole);
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), response.headers(), body));
    }

    private void serve(HttpServerRequest request) {
        seen.add(request.method() + " " + request.uri());
        headers.add(request.headers());
        request.response().putHeader("X-Service", "yes");
        if (request.uri().endsWith("?echo")) {
            request.response().setChunked(true);
            request.pipeTo(request.response());
        } else {
            request.handler(chunk -> uploaded.addAndGet(chunk.length()));
            request.endHandler(_ -> request.response().end("answer"));
        }
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(text -> {
            if (text.equals("bye")) {
                socket.close((short) 1000, "session over");
            } else {
                socket.writeTextMessage("echo " + text);
            }
        });
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(folder.resolve("edge.log"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
