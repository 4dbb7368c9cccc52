package dev.colloquy.local.edge;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Something the edge serves itself. */
@FunctionalInterface
public interface Page {

    void answer(HttpServerRequest request);

    /** Sends a page of our own: nothing may frame it, nothing runs in it, its address goes to nobody. */
    static void send(HttpServerRequest request, int status, String type, String content) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (!request.response().headers().contains("Content-Security-Policy")) {
            request.response()
                    .putHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; "
                                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        }
        request.response().end(content);
    }

    /** A page that is always the same, with its status. */
    static Page fixed(int status, String file) {
        var html = read(file);
        return request -> send(request, status, "text/html; charset=utf-8", html);
    }

    /** A file of this package. */
    static String read(String file) {
        try (var in = Objects.requireNonNull(Page.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
