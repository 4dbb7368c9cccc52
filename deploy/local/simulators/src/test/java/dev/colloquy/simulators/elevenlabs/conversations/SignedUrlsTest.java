package dev.colloquy.simulators.elevenlabs.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.ScaledTime;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignedUrlsTest {

    private final Vertx vertx = Vertx.vertx();
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private Conversations conversations;
    private SignedUrls urls;

    @BeforeEach
    void create() {
        InstantSource clock = () -> now;
        SimulatedTime time = new ScaledTime(vertx, clock.withZone(ZoneOffset.UTC), 0.01);
        Ids ids = new Ids(new Random(1));
        conversations = new Conversations(time, ids, _ -> {});
        urls = new SignedUrls(time, ids, conversations);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    @DisplayName("providers 2.1: a signed URL is good for 15 minutes of the day, however short all waits are")
    void expires() {
        String signature = urls.sign("agent_1", null);
        now = now.plus(Duration.ofMinutes(15).minusSeconds(1));
        assertTrue(urls.redeem(signature, "agent_1").isPresent());
        now = now.plusSeconds(1);
        assertTrue(urls.redeem(signature, "agent_1").isEmpty());
    }

    @Test
    @DisplayName("providers 2.1: without an id it opens several conversations, with one it opens that one once")
    void isUsedUpWhenItIsTiedToAConversation() {
        String several = urls.sign("agent_1", null);
        assertNotEquals(opened(several), opened(several));
        Conversation conversation = conversations.initiate("agent_1", "signed_url");
        String once = urls.sign("agent_1", conversation);
        assertEquals(conversation.id(), opened(once));
        assertTrue(urls.redeem(once, "agent_1").isEmpty());
    }

    @Test
    void opensNoOtherAgent() {
        assertTrue(urls.redeem(urls.sign("agent_1", null), "agent_2").isEmpty());
        assertTrue(urls.redeem("cvtkn_made_up", "agent_1").isEmpty());
    }

    private String opened(String signature) {
        return urls.redeem(signature, "agent_1").orElseThrow().id();
    }
}
