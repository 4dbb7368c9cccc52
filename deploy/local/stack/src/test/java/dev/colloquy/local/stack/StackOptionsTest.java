package dev.colloquy.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOptionsTest {

    @TempDir
    Path folder;

    @Test
    void startEverythingByDefault() {
        var options = StackOptions.parse(List.of());
        assertEquals(Path.of(".colloquy").toAbsolutePath(), options.data());
        assertEquals(EnumSet.allOf(ServiceName.class), options.services());
        assertFalse(options.randomPorts());
    }

    @Test
    void nameServicesByModuleOrByApi() {
        var options =
                StackOptions.parse(List.of("--services", "booking,realtime-gateway", "--random-ports", "--data", "d"));
        assertEquals(Set.of(ServiceName.BOOKING, ServiceName.GATEWAY), options.services());
        assertTrue(options.randomPorts());
        assertTrue(options.data().endsWith("d"));
        assertEquals(Set.of(), StackOptions.parse(List.of("--services", "none")).services());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data", "--frobnicate", "--services"})
    void refuseWhatMakesNoSense(String option) {
        assertThrows(StackOptions.Unusable.class, () -> StackOptions.parse(List.of(option)));
    }

    @Test
    void refuseAServiceThatDoesNotExist() {
        var arguments = List.of("--services", "tea");
        var refusal = assertThrows(StackOptions.Unusable.class, () -> StackOptions.parse(arguments));
        assertEquals("No service is named tea", refusal.getMessage());
    }

    @Test
    void nameAProgramThatIsNotBuilt() {
        var programs = new Programs(folder, folder.resolve("data"));
        var failure = assertThrows(StartFailed.class, () -> programs.service(ServiceName.BOOKING));
        var message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("booking-service is not built"), message);
        assertTrue(message.contains("quarkus-run.jar"), message);
    }

    @Test
    void letOneStackUseADataFolder() {
        try (var run = RunFolder.take(folder).orElseThrow()) {
            assertEquals(folder.resolve("run/tea.pid"), run.pidFile("tea"));
            assertTrue(RunFolder.take(folder).isEmpty());
        }
        try (var again = RunFolder.take(folder).orElseThrow()) {
            assertTrue(again.pidFile("tea").startsWith(folder));
        }
    }
}
