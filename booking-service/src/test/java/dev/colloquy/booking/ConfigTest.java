package dev.colloquy.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.application.ApplicationConfig;
import dev.colloquy.booking.bearer.BearerConfig;
import dev.colloquy.booking.booking.ConsentConfig;
import dev.colloquy.booking.document.DocumentConfig;
import dev.colloquy.booking.installation.InstallationConfig;
import dev.colloquy.booking.mail.MailConfig;
import dev.colloquy.booking.room.LiveKitConfig;
import dev.colloquy.booking.room.RoomConfig;
import dev.colloquy.booking.storage.StorageConfig;
import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void readsWhatTheInstallationAgreesOn() {
        var usual = read(InstallationConfig.class, Map.of("colloquy.installation.public-url", "https://a.example"));
        assertEquals(URI.create("https://a.example"), usual.publicUrl());
        assertEquals(new TenantId("acme"), usual.defaultTenant());
        assertEquals(Optional.empty(), usual.defaultProvider());

        var other = read(
                InstallationConfig.class,
                Map.of(
                        "colloquy.installation.public-url", "https://b.example",
                        "colloquy.installation.default-tenant", "globex",
                        "colloquy.installation.default-provider", "openai"));
        assertEquals(URI.create("https://b.example"), other.publicUrl());
        assertEquals(new TenantId("globex"), other.defaultTenant());
        assertEquals(Optional.of(Provider.OPENAI), other.defaultProvider());
    }

    @Test
    void readsTheWindow() {
        var usual = read(WindowConfig.class, Map.of());
        assertEquals(Duration.ofMinutes(5), usual.opensBefore());
        assertEquals(Duration.ofMinutes(60), usual.closesAfter());

        var other = read(
                WindowConfig.class,
                Map.of(
                        "colloquy.booking.window.opens-before", "6m",
                        "colloquy.booking.window.closes-after", "7m"));
        assertEquals(Duration.ofMinutes(6), other.opensBefore());
        assertEquals(Duration.ofMinutes(7), other.closesAfter());
    }

    @Test
    void readsWhatTimesMayBeBooked() {
        var usual = read(ApplicationConfig.class, Map.of());
        assertEquals(ZoneId.of("UTC"), usual.defaultZone());
        assertEquals(Duration.ofMinutes(1), usual.earliest());
        assertEquals(Duration.ofDays(366), usual.latest());

        var other = read(
                ApplicationConfig.class,
                Map.of(
                        "colloquy.booking.application.default-zone", "Asia/Tokyo",
                        "colloquy.booking.application.earliest", "1h",
                        "colloquy.booking.application.latest", "30d"));
        assertEquals(ZoneId.of("Asia/Tokyo"), other.defaultZone());
        assertEquals(Duration.ofHours(1), other.earliest());
        assertEquals(Duration.ofDays(30), other.latest());
    }

    @Test
    void readsWhatCandidatesAgreeTo() {
        assertTrue(read(ConsentConfig.class, Map.of()).text().contains("AI interviewer"));
        assertEquals(
                "Yes?",
                read(ConsentConfig.class, Map.of("colloquy.booking.consent.text", "Yes?"))
                        .text());
    }

    @Test
    void readsHowBearersAreIssued() {
        var required = Map.of(
                "colloquy.booking.bearer.issuer", "https://a.example/candidates",
                "colloquy.booking.bearer.token-key", "/keys/candidate.pem");
        var usual = read(BearerConfig.class, required);
        assertEquals("https://a.example/candidates", usual.issuer());
        assertEquals(Path.of("/keys/candidate.pem"), usual.tokenKey());
        assertEquals(Duration.ofMinutes(15), usual.tokenLifetime());

        var other = read(BearerConfig.class, with(required, Map.of("colloquy.booking.bearer.token-lifetime", "4m")));
        assertEquals(Duration.ofMinutes(4), other.tokenLifetime());
    }

    @Test
    void readsHowMailIsSent() {
        var required = Map.of("colloquy.booking.mail.from", "a@example.org");
        var usual = read(MailConfig.class, required);
        assertEquals("a@example.org", usual.from());
        assertEquals(Duration.ofSeconds(2), usual.longestWait());
        assertEquals(Duration.ofSeconds(8), usual.attemptTimeout());
        assertEquals(Duration.ofSeconds(10), usual.retryAfter());
        assertEquals(Duration.ofHours(24), usual.patience());
        assertEquals(Duration.ofMinutes(30), usual.calendarLength());

        var other = read(
                MailConfig.class,
                with(
                        required,
                        Map.of(
                                "colloquy.booking.mail.longest-wait", "1s",
                                "colloquy.booking.mail.attempt-timeout", "3s",
                                "colloquy.booking.mail.retry-after", "4s",
                                "colloquy.booking.mail.patience", "5h",
                                "colloquy.booking.mail.calendar-length", "45m")));
        assertEquals(Duration.ofSeconds(1), other.longestWait());
        assertEquals(Duration.ofSeconds(3), other.attemptTimeout());
        assertEquals(Duration.ofSeconds(4), other.retryAfter());
        assertEquals(Duration.ofHours(5), other.patience());
        assertEquals(Duration.ofMinutes(45), other.calendarLength());
    }

    @Test
    void readsWhatReadingADocumentMayCost() {
        var usual = read(DocumentConfig.class, Map.of());
        assertEquals(5 * 1024 * 1024, usual.maxSize());
        assertEquals(Duration.ofSeconds(15), usual.parserTimeout());
        assertTrue(usual.parserOptions().contains("-Xmx256m"));
        assertEquals(2, usual.parsers());
        assertEquals(16, usual.waiting());

        var other = read(
                DocumentConfig.class,
                Map.of(
                        "colloquy.booking.document.max-size", "100",
                        "colloquy.booking.document.parser-timeout", "1s",
                        "colloquy.booking.document.parser-options", "-Xmx9m",
                        "colloquy.booking.document.parsers", "3",
                        "colloquy.booking.document.waiting", "0"));
        assertEquals(100, other.maxSize());
        assertEquals(Duration.ofSeconds(1), other.parserTimeout());
        assertEquals(List.of("-Xmx9m"), other.parserOptions());
        assertEquals(3, other.parsers());
        assertEquals(0, other.waiting());
    }

    @Test
    void readsWhereLiveKitIs() {
        var usual = read(LiveKitConfig.class, Map.of());
        assertEquals(Optional.empty(), usual.url());
        assertEquals(Optional.empty(), usual.apiKey());
        assertEquals(Optional.empty(), usual.apiSecret());

        var other = read(
                LiveKitConfig.class,
                Map.of(
                        "colloquy.livekit.url", "wss://l.example",
                        "colloquy.livekit.api-key", "key",
                        "colloquy.livekit.api-secret", "secret"));
        assertEquals(Optional.of(URI.create("wss://l.example")), other.url());
        assertEquals(Optional.of("key"), other.apiKey());
        assertEquals(Optional.of("secret"), other.apiSecret());
    }

    @Test
    void readsWhatASeatComesWith() {
        var usual = read(RoomConfig.class, Map.of());
        assertEquals(Duration.ofMinutes(10), usual.tokenLifetime());
        assertEquals("my-interviewer", usual.agentName());
        assertEquals(Optional.empty(), usual.iceServers());

        var other = read(
                RoomConfig.class,
                Map.of(
                        "colloquy.booking.room.token-lifetime", "2m",
                        "colloquy.booking.room.agent-name", "agent",
                        "colloquy.booking.room.ice-servers", "stun:a:1,stun:b:2"));
        assertEquals(Duration.ofMinutes(2), other.tokenLifetime());
        assertEquals("agent", other.agentName());
        assertEquals(Optional.of(List.of("stun:a:1", "stun:b:2")), other.iceServers());
    }

    @Test
    void readsWhereFilesAreKept() {
        var required = Map.of(
                "colloquy.storage.endpoint", "https://s.example",
                "colloquy.storage.region", "r",
                "colloquy.storage.bucket", "b",
                "colloquy.storage.access-key", "a",
                "colloquy.storage.secret-key", "s");
        var usual = read(StorageConfig.class, required);
        assertEquals(URI.create("https://s.example"), usual.endpoint());
        assertEquals("r", usual.region());
        assertEquals("b", usual.bucket());
        assertEquals("a", usual.accessKey());
        assertEquals("s", usual.secretKey());
        assertEquals(Duration.ofSeconds(10), usual.timeout());

        var other = read(StorageConfig.class, with(required, Map.of("colloquy.storage.timeout", "3s")));
        assertEquals(Duration.ofSeconds(3), other.timeout());
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
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
