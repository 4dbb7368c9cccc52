package dev.colloquy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.TenantId;
import dev.colloquy.session.chronicle.InterviewConfig;
import dev.colloquy.session.ending.EndingConfig;
import dev.colloquy.session.tenant.DemoConfig;
import dev.colloquy.session.tenant.TenantConfig;
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
        assertEquals(Duration.ofMinutes(90), config.recordingWait());
        assertEquals(Duration.ofMinutes(2), config.reconnectGrace());
        assertEquals(Duration.ofMinutes(2), config.timeLimitGrace());
        assertEquals(Duration.ofMinutes(2), config.noShowGrace());
        assertEquals(Duration.ofMinutes(5), config.mediaWait());
        assertEquals(Duration.ofMinutes(2), config.agentWait());
        assertEquals(Duration.ofMinutes(2), config.hangUpWait());
        assertEquals(Duration.ofSeconds(5), read(EndingConfig.class, Map.of()).patience());
    }

    @Test
    void waitsAsConfigured() {
        var config = read(
                InterviewConfig.class,
                Map.of(
                        "colloquy.session.interview.transcript-wait", "1s",
                        "colloquy.session.interview.conversation-wait", "2s",
                        "colloquy.session.interview.recording-wait", "3s",
                        "colloquy.session.interview.reconnect-grace", "4s",
                        "colloquy.session.interview.time-limit-grace", "5s",
                        "colloquy.session.interview.no-show-grace", "6s",
                        "colloquy.session.interview.media-wait", "7s",
                        "colloquy.session.interview.agent-wait", "8s",
                        "colloquy.session.interview.hang-up-wait", "9s"));
        assertEquals(Duration.ofSeconds(1), config.transcriptWait());
        assertEquals(Duration.ofSeconds(2), config.conversationWait());
        assertEquals(Duration.ofSeconds(3), config.recordingWait());
        assertEquals(Duration.ofSeconds(4), config.reconnectGrace());
        assertEquals(Duration.ofSeconds(5), config.timeLimitGrace());
        assertEquals(Duration.ofSeconds(6), config.noShowGrace());
        assertEquals(Duration.ofSeconds(7), config.mediaWait());
        assertEquals(Duration.ofSeconds(8), config.agentWait());
        assertEquals(Duration.ofSeconds(9), config.hangUpWait());
        var ending = read(EndingConfig.class, Map.of("colloquy.session.ending.patience", "10s"));
        assertEquals(Duration.ofSeconds(10), ending.patience());
    }

    @Test
    void hasNoDemoTenantsUnlessConfigured() {
        assertFalse(read(DemoConfig.class, Map.of()).demoData());
        assertTrue(read(DemoConfig.class, Map.of("colloquy.session.tenant.demo-data", "true"))
                .demoData());
    }

    @Test
    void givesWhatNobodyClaimsToTheDefaultTenant() {
        assertEquals(new TenantId("acme"), read(TenantConfig.class, Map.of()).defaultTenant());
        var other = read(TenantConfig.class, Map.of("colloquy.installation.default-tenant", "globex"));
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
