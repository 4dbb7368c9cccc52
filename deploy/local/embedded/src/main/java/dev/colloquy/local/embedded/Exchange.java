package dev.colloquy.local.embedded;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;

/** One request to the issuer and its answer. */
record Exchange(HttpExchange http) {

    private static final int LARGEST_FORM = 65_536;

    @FunctionalInterface
    interface Endpoint {
        void answer(Exchange exchange) throws IOException;
    }

    String method() {
        return http.getRequestMethod();
    }

    Form query() {
        return Form.parse(http.getRequestURI().getRawQuery());
    }

    Form form() throws IOException {
        var type = header("Content-Type").orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw Refusal.invalidRequest("The request is not a posted form");
        }
        var body = http.getRequestBody().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            throw Refusal.invalidRequest("The form is too large");
        }
        return Form.parse(new String(body, StandardCharsets.UTF_8));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    Exchange with(String name, String value) {
        http.getResponseHeaders().set(name, value);
        return this;
    }

    void json(int status, Map<String, Object> answer) throws IOException {
        send(status, "application/json", JsonUtil.toJson(answer));
    }

    void redirect(URI target) throws IOException {
        with("Location", target.toString()).send(303, "text/plain", "");
    }

    void send(int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        with("Content-Type", type).with("Cache-Control", "no-store").with("Referrer-Policy", "no-referrer");
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            http.getResponseBody().write(body);
        }
    }
}
