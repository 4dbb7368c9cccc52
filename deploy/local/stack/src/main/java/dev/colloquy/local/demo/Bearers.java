package dev.colloquy.local.demo;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Signs demo users and clients in at the local issuer. */
public final class Bearers {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final StackAddress stack;
    private final Web web;

    public Bearers(StackAddress stack, Web web) {
        this.stack = stack;
        this.web = web;
    }

    public String ofUser(String name) {
        return token("grant_type=password&client_id=colloquy-cli&password=colloquy&username=" + encode(name));
    }

    String ofClient(String id) {
        var variable = "CLIENT_SECRET_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
        return token("grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(id, encode(stack.get(variable))));
    }

    private String token(String form) {
        return web.post(stack.issuer() + "/token", null, FORM, BodyPublishers.ofString(form))
                .getString("access_token");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
