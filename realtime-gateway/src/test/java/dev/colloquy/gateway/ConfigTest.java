package dev.colloquy.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.gateway.agent.AgentConfig;
import dev.colloquy.gateway.call.CallConfig;
import dev.colloquy.gateway.call.OpenAiConfig;
import dev.colloquy.gateway.ending.EndingConfig;
import dev.colloquy.gateway.recording.RecordingConfig;
import dev.colloquy.gateway.room.LiveKitConfig;
import dev.colloquy.gateway.room.StorageConfig;
import dev.colloquy.gateway.socket.SocketConfig;
import dev.colloquy.gateway.ticket.TicketConfig;
import dev.colloquy.gateway.wire.WireConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void readsWhoMayOpenSockets() {
        var usual = read(SocketConfig.class, Map.of("colloquy.gateway.socket.allowed-origins", "https://a.example"));
        assertEquals(Set.of("https://a.example"), usual.allowedOrigins());
        assertTrue(usual.allowAbsentOrigin());
        assertEquals(20, usual.messagesPerSecond());
        assertEquals(40, usual.burst());
        assertEquals(10_000, usual.maxSockets());
        assertEquals(5000, usual.maxSocketsPerTenant());
        assertEquals(5, usual.maxSocketsPerInterview());
        assertEquals(Duration.ofSeconds(3), usual.reconnectSpread());

        var other = read(
                SocketConfig.class,
                Map.of(
                        "colloquy.gateway.socket.allowed-origins", "https://a.example,https://b.example",
                        "colloquy.gateway.socket.allow-absent-origin", "false",
                        "colloquy.gateway.socket.messages-per-second", "5",
                        "colloquy.gateway.socket.burst", "6",
                        "colloquy.gateway.socket.max-sockets", "8",
                        "colloquy.gateway.socket.max-sockets-per-tenant", "9",
                        "colloquy.gateway.socket.max-sockets-per-interview", "10",
                        "colloquy.gateway.socket.reconnect-spread", "7s"));
        assertEquals(Set.of("https://a.example", "https://b.example"), other.allowedOrigins());
        assertFalse(other.allowAbsentOrigin());
        assertEquals(5, other.messagesPerSecond());
        assertEquals(6, other.burst());
        assertEquals(8, other.maxSockets());
        assertEquals(9, other.maxSocketsPerTenant());
        assertEquals(10, other.maxSocketsPerInterview());
        assertEquals(Duration.ofSeconds(7), other.reconnectSpread());
    }

    @Test
    void readsWhenASocketCountsAsDead() {
        var usual = read(WireConfig.class, Map.of());
        assertEquals(Duration.ofSeconds(20), usual.pingInterval());
        assertEquals(Duration.ofSeconds(10), usual.pongTimeout());
        assertEquals(Duration.ofSeconds(8), usual.stallTimeout());

        var other = read(
                WireConfig.class,
                Map.of(
                        "colloquy.gateway.wire.ping-interval", "1s",
                        "colloquy.gateway.wire.pong-timeout", "2s",
                        "colloquy.gateway.wire.stall-timeout", "3s"));
        assertEquals(Duration.ofSeconds(1), other.pingInterval());
        assertEquals(Duration.ofSeconds(2), other.pongTimeout());
        assertEquals(Duration.ofSeconds(3), other.stallTimeout());
    }

    @Test
    void readsWhatBrowsersAreTold() {
        var usual = read(TicketConfig.class, Map.of("colloquy.gateway.ticket.socket-url", "https://a.example/s"));
        assertEquals(Duration.ofSeconds(30), usual.lifetime());
        assertEquals(URI.create("https://a.example/s"), usual.socketUrl());
        assertEquals(Optional.empty(), usual.iceServers());

        var other = read(
                TicketConfig.class,
                Map.of(
                        "colloquy.gateway.ticket.socket-url", "https://b.example/s",
                        "colloquy.gateway.ticket.lifetime", "9s",
                        "colloquy.gateway.ticket.ice-servers", "stun:a:1,stun:b:2"));
        assertEquals(Duration.ofSeconds(9), other.lifetime());
        assertEquals(URI.create("https://b.example/s"), other.socketUrl());
        assertEquals(Optional.of(List.of("stun:a:1", "stun:b:2")), other.iceServers());
    }

    @Test
    void readsHowMuchTimeAnEndingTakes() {
        var usual = read(EndingConfig.class, Map.of());
        assertEquals(Duration.ofSeconds(3), usual.grace());
        assertEquals(Duration.ofMillis(250), usual.pollInterval());
        assertEquals(Duration.ofSeconds(20), usual.sweepInterval());

        var other = read(
                EndingConfig.class,
                Map.of(
                        "colloquy.gateway.ending.grace", "1s",
                        "colloquy.gateway.ending.poll-interval", "2s",
                        "colloquy.gateway.ending.sweep-interval", "4s"));
        assertEquals(Duration.ofSeconds(1), other.grace());
        assertEquals(Duration.ofSeconds(2), other.pollInterval());
        assertEquals(Duration.ofSeconds(4), other.sweepInterval());
    }

    @Test
    void readsHowRoomsAreRecorded() {
        var usual = read(RecordingConfig.class, Map.of());
        assertEquals(RecordingConfig.Storage.OURS, usual.storage());
        assertEquals("recordings/{room_name}/{utc}.ogg", usual.filepath());

        var other = read(
                RecordingConfig.class,
                Map.of(
                        "colloquy.gateway.recording.storage", "egress-server",
                        "colloquy.gateway.recording.filepath", "other.ogg"));
        assertEquals(RecordingConfig.Storage.EGRESS_SERVER, other.storage());
        assertEquals("other.ogg", other.filepath());
    }

    @Test
    void readsHowCallsAreHeld() {
        var usual = read(CallConfig.class, Map.of());
        assertEquals("gpt-realtime-2.1", usual.model());
        assertEquals("gpt-live-transcribe", usual.transcriptionModel());
        assertEquals("marin", usual.voice());
        assertEquals(0.5, usual.vadThreshold());
        assertEquals(Duration.ofMillis(800), usual.vadSilence());
        assertEquals(Duration.ofMillis(300), usual.vadPrefixPadding());
        assertEquals(20_000, usual.maxResumeLength());
        assertEquals(Duration.ofSeconds(10), usual.timeout());

        var other = read(
                CallConfig.class,
                Map.of(
                        "colloquy.gateway.call.model", "m",
                        "colloquy.gateway.call.transcription-model", "t",
                        "colloquy.gateway.call.voice", "v",
                        "colloquy.gateway.call.vad-threshold", "0.7",
                        "colloquy.gateway.call.vad-silence", "1s",
                        "colloquy.gateway.call.vad-prefix-padding", "2s",
                        "colloquy.gateway.call.max-resume-length", "3",
                        "colloquy.gateway.call.timeout", "4s"));
        assertEquals("m", other.model());
        assertEquals("t", other.transcriptionModel());
        assertEquals("v", other.voice());
        assertEquals(0.7, other.vadThreshold());
        assertEquals(Duration.ofSeconds(1), other.vadSilence());
        assertEquals(Duration.ofSeconds(2), other.vadPrefixPadding());
        assertEquals(3, other.maxResumeLength());
        assertEquals(Duration.ofSeconds(4), other.timeout());
    }

    @Test
    void readsHowCallsAreFollowed() {
        var usual = read(CallConfig.class, Map.of());
        assertEquals(Duration.ofSeconds(1), usual.lastWords());
        assertEquals(Duration.ofSeconds(10), usual.followLease());
        assertEquals(Duration.ofSeconds(1), usual.followInterval());
        assertEquals(Duration.ofSeconds(5), usual.greetingDelay());

        var other = read(
                CallConfig.class,
                Map.of(
                        "colloquy.gateway.call.last-words", "2s",
                        "colloquy.gateway.call.follow-lease", "3s",
                        "colloquy.gateway.call.follow-interval", "4s",
                        "colloquy.gateway.call.greeting-delay", "6s"));
        assertEquals(Duration.ofSeconds(2), other.lastWords());
        assertEquals(Duration.ofSeconds(3), other.followLease());
        assertEquals(Duration.ofSeconds(4), other.followInterval());
        assertEquals(Duration.ofSeconds(6), other.greetingDelay());
    }

    @Test
    void readsWhichAgentInterviews() {
        var usual = read(AgentConfig.class, Map.of());
        assertEquals("my-interviewer", usual.name());
        assertEquals(Duration.ofSeconds(20), usual.patience());

        var other = read(
                AgentConfig.class,
                Map.of("colloquy.gateway.agent.name", "other", "colloquy.gateway.agent.patience", "5s"));
        assertEquals("other", other.name());
        assertEquals(Duration.ofSeconds(5), other.patience());
    }

    @Test
    void readsWhereTheProvidersAre() {
        var openAi = read(
                OpenAiConfig.class,
                Map.of("colloquy.openai.base-url", "https://o.example/v1", "colloquy.openai.api-key", "sk"));
        assertEquals(URI.create("https://o.example/v1"), openAi.baseUrl());
        assertEquals("sk", openAi.apiKey());

        var account = Map.of(
                "colloquy.livekit.url", "wss://l.example",
                "colloquy.livekit.api-key", "key",
                "colloquy.livekit.api-secret", "secret");
        var liveKit = read(LiveKitConfig.class, account);
        assertEquals(URI.create("wss://l.example"), liveKit.url());
        assertEquals("key", liveKit.apiKey());
        assertEquals("secret", liveKit.apiSecret());
        assertEquals(Duration.ofSeconds(5), liveKit.timeout());
        var patient = new HashMap<>(account);
        patient.put("colloquy.livekit.timeout", "8s");
        assertEquals(Duration.ofSeconds(8), read(LiveKitConfig.class, patient).timeout());
    }

    @Test
    void readsWhereRecordingsAreStored() {
        var storage = read(
                StorageConfig.class,
                Map.of(
                        "colloquy.storage.endpoint", "https://s.example",
                        "colloquy.storage.region", "r",
                        "colloquy.storage.bucket", "b",
                        "colloquy.storage.access-key", "a",
                        "colloquy.storage.secret-key", "s"));
        assertEquals(URI.create("https://s.example"), storage.endpoint());
        assertEquals("r", storage.region());
        assertEquals("b", storage.bucket());
        assertEquals("a", storage.accessKey());
        assertEquals("s", storage.secretKey());
    }

    private static <T> T read(Class<T> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
