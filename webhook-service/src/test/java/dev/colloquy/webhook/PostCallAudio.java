package dev.colloquy.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.ElevenLabsSignatures;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** A {@code post_call_audio} as ElevenLabs sends it, in chunks. */
public record PostCallAudio(String conversation, String kind, String sound) {

    public static PostCallAudio of(byte[] sound) {
        return new PostCallAudio(
                "conv_" + UUID.randomUUID(),
                "post_call_audio",
                Base64.getEncoder().encodeToString(sound));
    }

    public static byte[] sound(int bytes) {
        var sound = new byte[bytes];
        new Random(bytes).nextBytes(sound);
        return sound;
    }

    public PostCallAudio withKind(String other) {
        return new PostCallAudio(conversation, other, sound);
    }

    public PostCallAudio withSound(String other) {
        return new PostCallAudio(conversation, kind, other);
    }

    /** The sound comes before the ids, as it may. */
    public byte[] body() {
        return """
                {"type":"%s","event_timestamp":1790000000,"data":{"full_audio":"%s","agent_id":"agent_1",
                "conversation_id":"%s"}}""".formatted(kind, sound, conversation).getBytes(UTF_8);
    }

    public int send() {
        return answer(body()).statusCode();
    }

    /** Sends a body that ElevenLabs has signed. */
    public static HttpResponse<byte[]> answer(byte[] body) {
        var signature = ElevenLabsSignatures.sign(body, Clock.systemUTC().instant());
        return Sender.send(request(body, signature));
    }

    public static HttpRequest request(byte[] body, String signature) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + Sender.ELEVENLABS))
                .header("Content-Type", "application/json")
                .header("ElevenLabs-Signature", signature)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .build();
    }
}
