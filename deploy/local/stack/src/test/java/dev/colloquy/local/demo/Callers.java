package dev.colloquy.local.demo;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A real bearer of every kind of caller that has one. */
final class Callers {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final StackAddress stack;
    private final Web web;

    Callers(StackAddress stack, Web web) {
        this.stack = stack;
        this.web = web;
    }

    Map<String, String> bearers() {
        var bearers = new LinkedHashMap<String, String>();
        bearers.put("candidate", user("candidate@acme"));
        bearers.put("recruiter", user("recruiter@acme"));
        bearers.put("reviewer", user("reviewer@acme"));
        bearers.put("operator", user("operator@acme"));
        bearers.put("admin", user("admin"));
        bearers.put("agent", client("interviewer-agent"));
        bearers.put("service", client("session-service"));
        bearers.put("interviewee", interviewee());
        return bearers;
    }

    String user(String name) {
        return token("grant_type=password&client_id=colloquy-cli&password=colloquy&username=" + encode(name));
    }

    private String client(String id) {
        var secret = stack.get(
                "CLIENT_SECRET_" + id.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        return token("grant_type=client_credentials&client_id=" + id + "&client_secret=" + encode(secret));
    }

    private String interviewee() {
        var steps = new Steps(new PrintStream(new ByteArrayOutputStream()), Clock.systemUTC(), Duration.ofSeconds(30));
        return new BookedInterview(stack, web, steps, Clock.systemUTC())
                .admitted()
                .getString("sessionToken");
    }

    private String token(String form) {
        JsonObject answer = web.post(stack.issuer() + "/token", null, FORM, BodyPublishers.ofString(form));
        return answer.getString("access_token");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
