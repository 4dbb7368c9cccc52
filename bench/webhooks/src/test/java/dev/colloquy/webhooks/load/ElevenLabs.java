package dev.colloquy.webhooks.load;

import dev.colloquy.webhooks.load.Webhook.Meaning;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ElevenLabs: what a transcription looks like, and how it is signed. */
public final class ElevenLabs {

    public static final String SECRET = "a-secret-of-elevenlabs-for-the-bench";

    private static final int TURNS = 40;
    private static final String TRANSCRIPT = IntStream.range(0, TURNS)
            .mapToObj(turn -> """
                    {"role":"%s","message":"We had a deadlock between two transactions that only showed up under load, and \
                    the lock graph was the key.","tool_calls":null,"feedback":null,"time_in_call_secs":%d}""".formatted(turn % 2 == 0 ? "agent" : "user", turn * 22))
            .collect(Collectors.joining(","));

    private final Clock clock;

    ElevenLabs(Clock clock) {
        this.clock = clock;
    }

    Webhook transcription() {
        var conversation = "conv_" + UUID.randomUUID();
        var now = clock.instant();
        var body = """
                {"type":"post_call_transcription","event_timestamp":%d,"data":{"agent_id":"agent_1","conversation_id":"%s",\
                "status":"done","transcript":[%s],"metadata":{"call_duration_secs":880}}}""".formatted(now.getEpochSecond(), conversation, TRANSCRIPT);
        var key = "ELEVENLABS post_call_transcription:" + conversation + ":" + now.getEpochSecond();
        return new Webhook("/webhooks/elevenlabs", headers(body, SECRET, now, "v0"), body, key, Meaning.TOLD);
    }

    static Map<String, String> headers(String body, String secret, Instant at, String scheme) {
        var time = at.getEpochSecond();
        var mac = HexFormat.of().formatHex(Hashes.hmac(secret, time + "." + body));
        return Map.of(
                "ElevenLabs-Signature", "t=" + time + "," + scheme + "=" + mac, "Content-Type", "application/json");
    }
}
