package dev.colloquy.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bodies that are larger than what the service has of memory. */
class LittleMemoryIT {

    private static final int MEGABYTES = 100;
    private static final String ELEVENLABS = "/webhooks/elevenlabs";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Webhooks webhooks;

    @BeforeAll
    static void start() {
        webhooks = new Webhooks("-Xmx128m", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    static void stop() {
        webhooks.close();
    }

    @Test
    @DisplayName("W2: two post_call_audio of 100 MB at once, with a heap of 128 MB, are in storage and told")
    void keepsLongConversations() throws IOException {
        var conversations = Stream.generate(() -> new LongConversation("conv_" + UUID.randomUUID(), MEGABYTES))
                .limit(2)
                .toList();

        var answers = conversations.stream()
                .map(conversation -> send(conversation, Webhooks.ELEVENLABS_SECRET))
                .toList();

        answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));
        try (var storage = webhooks.storage()) {
            for (var conversation : conversations) {
                var key = "conversations/" + conversation.id() + "/" + conversation.soundSha256() + ".mp3";
                var kept = storage.headObject(
                        head -> head.bucket(webhooks.bucket()).key(key));
                assertEquals(conversation.soundBytes(), kept.contentLength());
                var event = KafkaPeer.await(Topics.CONVERSATION_RECORDED, conversation.id(), 1)
                        .getFirst();
                assertTrue(event.path("location").asText().endsWith(key));
            }
        }
    }

    @Test
    @DisplayName("W09: bodies of 100 MB that are not proven, or not of a path that takes as much, cost no memory")
    void standsFloods() throws IOException {
        var conversation = new LongConversation("conv_" + UUID.randomUUID(), MEGABYTES);

        var forged = Stream.generate(() -> send(conversation, "a-secret-that-is-somebody-elses"))
                .limit(4)
                .toList();
        forged.forEach(answer -> assertEquals(401, answer.join().statusCode()));
        for (var path : new String[] {"/api/webhooks/livekit", "/webhooks/openai", "/webhooks/tavus/x"}) {
            Stream.generate(() -> send(path, conversation)).limit(8).toList().forEach(LittleMemoryIT::assertRefused);
        }

        assertTrue(webhooks.isAlive());
        assertFalse(webhooks.log().contains("out of reach"), "Nothing was away");
    }

    /** Or cut off before the sender has read why. */
    private static void assertRefused(CompletableFuture<HttpResponse<Void>> answer) {
        assertEquals(
                413,
                answer.handle((response, _) -> response == null ? 413 : response.statusCode())
                        .join());
    }

    private static CompletableFuture<HttpResponse<Void>> send(LongConversation conversation, String secret) {
        var signature = conversation.signature(secret, Clock.systemUTC().instant());
        return send(request(ELEVENLABS, conversation).header("ElevenLabs-Signature", signature));
    }

    private static CompletableFuture<HttpResponse<Void>> send(String path, LongConversation conversation) {
        return send(request(path, conversation));
    }

    private static CompletableFuture<HttpResponse<Void>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.discarding());
    }

    /** Without a length, so in chunks. */
    private static HttpRequest.Builder request(String path, LongConversation conversation) {
        return HttpRequest.newBuilder(webhooks.at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(conversation::body));
    }
}
