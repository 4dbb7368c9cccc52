package dev.colloquy.webhooks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhooks.load.Webhook.Meaning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** LiveKit: what its events look like, and how it signs them. */
public final class LiveKit {

    public static final String KEY = "bench";
    public static final String SECRET = "a-secret-of-livekit-for-the-bench";
    /** The header of a token that LiveKit signs. */
    static final String SIGNED = "HS256";

    private static final String PATH = "/api/webhooks/livekit";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;

    LiveKit(Clock clock) {
        this.clock = clock;
    }

    /** @param member what the event is about, a member of JSON */
    Webhook event(String kind, Meaning meaning, String member) {
        var id = "EV_" + UUID.randomUUID();
        var now = clock.instant();
        var body = """
                {"event":"%s","id":"%s","createdAt":"%d",%s}""".formatted(kind, id, now.getEpochSecond(), member);
        return new Webhook(PATH, headers(body, SECRET, now, SIGNED), body, "LIVEKIT " + id, meaning);
    }

    static String room(String name) {
        return """
                "room":{"name":"%s","sid":"RM_%s","emptyTimeout":300,"departureTimeout":20}""".formatted(name, name);
    }

    static String participant(String room, String sid, String identity, String kind) {
        return room(room) + """
                ,"participant":{"sid":"%s","identity":"%s","kind":"%s","state":"ACTIVE","joinedAt":"1790000000"}""".formatted(sid, identity, kind);
    }

    static String egress(String room, String status) {
        return """
                "egressInfo":{"egressId":"EG_%1$s","roomName":"%1$s","status":"%2$s","startedAt":"1790000000000000000",\
                "roomComposite":{"roomName":"%1$s","layout":"speaker"},\
                "fileResults":[{"filename":"recordings/%1$s.mp4","duration":"1750000000000","size":"48211344",\
                "location":"https://recordings.example.test/%1$s.mp4"}]}""".formatted(room, status);
    }

    static Map<String, String> headers(String body, String secret, Instant at, String algorithm) {
        var claims = """
                {"iss":"%s","nbf":%d,"exp":%d,"sha256":"%s"}""".formatted(
                        KEY, at.getEpochSecond(), at.plus(Duration.ofMinutes(5)).getEpochSecond(), Hashes.base64(body));
        var signed = base64("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm)) + "." + base64(claims);
        var signature = algorithm.equals(SIGNED) ? BASE64.encodeToString(Hashes.hmac(secret, signed)) : "";
        return Map.of("Authorization", signed + "." + signature, "Content-Type", "application/webhook+json");
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }
}
