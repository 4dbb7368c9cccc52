package dev.colloquy.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Conversations that were begun, in the account of a key, with an id of ours in them; listed one to a page. */
public final class FakeConversations {

    static final String CONTROL = "/begun/";

    private final Map<String, Begun> begun = new ConcurrentSkipListMap<>();

    private record Begun(String key, String session, String listedAs) {}

    /** From now on there is such a conversation. */
    public static void begin(String key, String conversation, String session) {
        begin(key, conversation, session, session);
    }

    /** The same with a list that does not do what it is asked. */
    public static void begin(String key, String conversation, String session, String listedAs) {
        var address = ConfigProvider.getConfig().getValue("ELEVENLABS_URL", String.class) + CONTROL + conversation;
        var query = "?key=%s&session=%s&listed=%s".formatted(encoded(key), encoded(session), encoded(listedAs));
        Sender.send(HttpRequest.newBuilder(URI.create(address + query))
                .PUT(BodyPublishers.noBody())
                .build());
    }

    void begin(HttpExchange http) throws IOException {
        try (http) {
            var query = query(http.getRequestURI());
            var id = http.getRequestURI().getPath().substring(CONTROL.length());
            begun.put(id, new Begun(query.get("key"), query.get("session"), query.get("listed")));
            http.sendResponseHeaders(204, -1);
        }
    }

    /** Those that nobody begun are the installation's. */
    boolean isOf(String key, String id) {
        var known = begun.get(id);
        return key.equals(known == null ? FakeElevenLabs.KEY : known.key());
    }

    /** Those with the variable that is asked for, of the last hours, in the order of their ids. */
    String list(String key, URI asked) {
        var query = query(asked);
        long now = System.currentTimeMillis() / 1000;
        var soon = Long.parseLong(query.get("call_start_after_unix")) < now
                && Long.parseLong(query.get("call_start_before_unix")) > now;
        var cursor = query.getOrDefault("cursor", "");
        var ids = begun.entrySet().stream()
                .filter(each -> soon && each.getValue().key().equals(key))
                .filter(each -> ("client_session_id:eq:" + each.getValue().listedAs())
                        .equals(query.get("dynamic_variable_params")))
                .map(Map.Entry::getKey)
                .filter(id -> id.compareTo(cursor) > 0)
                .limit(2)
                .toList();
        return ids.isEmpty()
                ? "{\"conversations\":[],\"has_more\":false}"
                : """
                {"conversations":[{"conversation_id":"%1$s","status":"done"}],"has_more":%2$s,"next_cursor":"%1$s"}""".formatted(ids.getFirst(), ids.size() > 1);
    }

    String body(String id, String status) {
        var known = begun.get(id);
        return """
                {"agent_id":"agent_1","conversation_id":"%s","status":"%s",
                "transcript":[{"role":"user","message":"I would shard it.","time_in_call_secs":3}],
                "conversation_initiation_client_data":{"dynamic_variables":{%s}},
                "metadata":{"start_time_unix_secs":1800000000,"call_duration_secs":60}}""".formatted(
                        id, status, known == null ? "" : "\"client_session_id\":\"%s\"".formatted(known.session()));
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(toMap(each -> each[0], each -> URLDecoder.decode(each[1], UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
