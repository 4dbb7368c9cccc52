package dev.colloquy.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Stands where session-service and the model stand. Tests tell it over HTTP what to answer for an interview; the model
 * knows the interview by the ids of the transcript's entries.
 */
public class FakePeers implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one interview's peers answer: the first call the first answer, the last one for ever. */
    record Script(List<Answer> dossiers, List<Answer> completions) {}

    record Answer(int status, String body, boolean never) {}

    private record Played(Script script, List<String> dossierBearers, List<Map<String, Object>> asked) {}

    private final Map<String, Played> scripts = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/script/", this::script);
        server.createContext("/asked/", this::asked);
        server.createContext("/internal/interviews/", this::dossier);
        server.createContext("/v1/chat/completions", this::complete);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("SESSION_URL", url, "OPENAI_BASE_URL", url + "/v1", "fake.peers", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void script(HttpExchange http) throws IOException {
        var script = JSON.readValue(http.getRequestBody(), Script.class);
        scripts.put(last(http), new Played(script, new ArrayList<>(), new ArrayList<>()));
        answer(http, new Answer(200, "{}", false));
    }

    private void asked(HttpExchange http) throws IOException {
        answer(
                http,
                new Answer(200, JSON.writeValueAsString(scripts.get(last(http)).asked()), false));
    }

    private void dossier(HttpExchange http) throws IOException {
        var interview = http.getRequestURI().getPath().split("/", -1)[3];
        var played = scripts.get(interview);
        if (played == null || http.getRequestHeaders().getFirst("Authorization") == null) {
            answer(http, new Answer(404, "{}", false));
            return;
        }
        played.dossierBearers().add(interview);
        var next = nth(played.script().dossiers(), played.dossierBearers().size());
        answer(http, next.status() == 200 ? ofVersion(http.getRequestURI().getQuery(), played.script()) : next);
    }

    /** Like session-service, which keeps every version. */
    private static Answer ofVersion(String query, Script script) {
        return script.dossiers().stream()
                .filter(dossier -> query.equals("version=" + finalVersion(dossier)))
                .findFirst()
                .orElse(new Answer(404, "{}", false));
    }

    private static int finalVersion(Answer dossier) {
        try {
            return JSON.readTree(dossier.body()).path("finalVersion").asInt();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void complete(HttpExchange http) throws IOException {
        var body = new String(http.getRequestBody().readAllBytes(), UTF_8);
        var played = scripts.entrySet().stream()
                .filter(script -> body.contains(script.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        Map<String, Object> asked = JSON.readValue(body, new TypeReference<>() {});
        asked.put("authorization", http.getRequestHeaders().getFirst("Authorization"));
        played.asked().add(asked);
        answer(http, nth(played.script().completions(), played.asked().size()));
    }

    private static Answer nth(List<Answer> answers, int call) {
        return answers.get(Math.min(call, answers.size()) - 1);
    }

    private static void answer(HttpExchange http, Answer answer) throws IOException {
        if (answer.never()) {
            return;
        }
        try (http) {
            var body = answer.body().getBytes(UTF_8);
            http.getResponseHeaders().set("Content-Type", "application/json");
            http.sendResponseHeaders(answer.status(), body.length);
            http.getResponseBody().write(body);
        }
    }

    private static String last(HttpExchange http) {
        var path = http.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
