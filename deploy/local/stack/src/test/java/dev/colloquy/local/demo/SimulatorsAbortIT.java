package dev.colloquy.local.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The simulators' WebRTC library is native code: when it aborts, the process is gone without a word. */
class SimulatorsAbortIT {

    @Test
    @DisplayName("R11: simulators that abort are noticed, reported and running again within seconds")
    void startsTheSimulatorsAgain() throws IOException, InterruptedException {
        var stack = RunningStack.address();
        var pidFile = RunningStack.data().resolve("run/simulators.pid");
        var pid = Files.readString(pidFile).strip();
        assertEquals(0, new ProcessBuilder("kill", "-ABRT", pid).start().waitFor());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Files.readString(pidFile).strip().equals(pid));
        try (var web = new Web(stack.edge())) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> web.get(stack.simulators() + "/q/health/ready", null)
                            .getString("status")
                            .equals("UP"));
        }
        var log = Files.readString(RunningStack.data().resolve("stack.log"));
        assertTrue(log.contains("simulators ended by itself (exit code 134)"), log);
    }
}
