package dev.colloquy.gateway.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/** A small HTTP server on a free port. */
abstract class Peer {

    /** An answer; a status of 0 means none at all. */
    record Answer(int status, String type, byte[] body, Map<String, String> headers) {

        static Answer of(int status) {
            return new Answer(status, "text/plain", new byte[0], Map.of());
        }

        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }

    private final HttpServer server;

    Peer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    final String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    final void stop() {
        server.stop(0);
    }

    abstract Answer answer(HttpExchange exchange, byte[] body) throws IOException;

    private void serve(HttpExchange exchange) throws IOException {
        try {
            var answer = answer(exchange, exchange.getRequestBody().readAllBytes());
            if (answer.status() == 0) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        } catch (RuntimeException e) {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            throw e;
        }
    }
}
