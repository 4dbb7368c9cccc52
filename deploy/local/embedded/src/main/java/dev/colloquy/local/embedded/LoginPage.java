package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The issuer's pages. They need no script, and no other page may frame them. */
final class LoginPage {

    private static final String TEMPLATE = read("login.html");
    private static final String REFUSED = read("refused.html");
    private static final Set<String> TYPED = Set.of("username", "password", "demo");

    private LoginPage() {}

    static void show(Exchange exchange, Form form, boolean wrong) throws IOException {
        var carried = form.values().entrySet().stream()
                .filter(value -> !TYPED.contains(value.getKey()))
                .map(value -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(value.getKey()), escape(value.getValue())))
                .collect(Collectors.joining("\n"));
        var users = DemoUser.ALL.stream()
                .map(user -> "<li><button name=\"demo\" value=\"%1$s\" formnovalidate>%1$s</button></li>"
                        .formatted(escape(user.name())))
                .collect(Collectors.joining("\n"));
        var page = TEMPLATE.replace("{carried}", carried)
                .replace("{users}", users)
                .replace("{username}", escape(form.find("username").orElse("")))
                .replace("{invalid}", String.valueOf(wrong))
                .replace("{error}", wrong ? "The user is unknown, or the password is wrong." : "");
        send(exchange, wrong ? 401 : 200, page);
    }

    static void refuse(Exchange exchange, Refusal refusal) throws IOException {
        send(exchange, refusal.status(), REFUSED.replace("{error}", escape(refusal.description())));
    }

    static void signedOut(Exchange exchange) throws IOException {
        send(exchange, 200, read("signed-out.html"));
    }

    private static void send(Exchange exchange, int status, String page) throws IOException {
        exchange.with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'")
                .send(status, "text/html; charset=utf-8", page);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }

    private static String read(String name) {
        try (var in = LoginPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
