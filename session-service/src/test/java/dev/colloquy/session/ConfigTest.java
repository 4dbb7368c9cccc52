package dev.colloquy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.InterviewConfig;
import dev.colloquy.session.position.TenantConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void waitsAsDocumented() {
        var config = read(InterviewConfig.class, Map.of());
        assertEquals(Duration.ofSeconds(60), config.transcriptWait());
        assertEquals(Duration.ofMinutes(20), config.conversationWait());
        assertEquals(Duration.ofMinutes(15), config.recordingWait());
        assertEquals(Duration.ofMinutes(2), config.reconnectGrace());
    }

    @Test
    void waitsAsConfigured() {
        var config = read(
                InterviewConfig.class,
                Map.of(
                        "colloquy.session.transcript-wait", "1s",
                        "colloquy.session.conversation-wait", "2s",
                        "colloquy.session.recording-wait", "3s",
                        "colloquy.session.reconnect-grace", "4s"));
        assertEquals(Duration.ofSeconds(1), config.transcriptWait());
        assertEquals(Duration.ofSeconds(2), config.conversationWait());
        assertEquals(Duration.ofSeconds(3), config.recordingWait());
        assertEquals(Duration.ofSeconds(4), config.reconnectGrace());
    }

    @Test
    void hasNoDemoTenantsUnlessConfigured() {
        var config = read(TenantConfig.class, Map.of());
        assertFalse(config.demoData());
        assertEquals(new TenantId("acme"), config.defaultTenant());
        var other = read(
                TenantConfig.class, Map.of("colloquy.tenants.demo-data", "true", "colloquy.tenants.default", "globex"));
        assertTrue(other.demoData());
        assertEquals(new TenantId("globex"), other.defaultTenant());
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
