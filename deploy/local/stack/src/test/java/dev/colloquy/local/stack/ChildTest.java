package dev.colloquy.local.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC());
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger starts = new AtomicInteger();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void runsWithItsEnvironmentAndStopsWhenAsked() throws Exception {
        var child = child("echo \"hello $NAME\"; exec sleep 60");
        child.start();
        await().until(() -> Files.readString(log()).contains("hello Ada"));
        assertEquals(String.valueOf(child.pid()), Files.readString(pidFile()));
        child.stop(Duration.ofSeconds(10)).join();
        assertFalse(isRunning(child.pid()));
        assertFalse(child.firstEnd().isDone());
        assertFalse(Files.exists(pidFile()));
        assertEquals(1, starts.get());
    }

    @Test
    void reportsWhatAChildSaidLastAndStartsItAgain() {
        var child = child("echo 'the port is taken'; test -e ran || { touch ran; exit 7; }; exec sleep 60");
        child.start();
        await().until(() -> starts.get() == 2);
        assertTrue(child.firstEnd().isCompletedExceptionally());
        var text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("toy ended by itself (exit code 7)"), text);
        assertTrue(text.contains("the port is taken"), text);
        assertTrue(text.contains("toy starts again in 1 s"), text);
        assertTrue(isRunning(child.pid()));
        child.stop(Duration.ofSeconds(10)).join();
    }

    @Test
    void startsAgainWhatALibraryAborted() {
        var child = child("test -e ran || { touch ran; ulimit -c 0; kill -ABRT $$; }; exec sleep 60");
        child.start();
        await().until(() -> starts.get() == 2);
        var text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("toy ended by itself (exit code 134)"), text);
        assertTrue(isRunning(child.pid()));
        child.stop(Duration.ofSeconds(10)).join();
    }

    @Test
    void killsAChildThatWillNotEnd() throws Exception {
        var child = child("trap '' TERM; echo deaf; while true; do sleep 1; done");
        child.start();
        await().until(() -> Files.readString(log()).contains("deaf"));
        child.stop(Duration.ofMillis(300)).join();
        assertFalse(isRunning(child.pid()));
    }

    @Test
    void doesNotStartAgainOnceStopped() {
        var child = child("exit 1");
        child.start();
        await().until(() -> child.firstEnd().isDone());
        child.stop(Duration.ofSeconds(1)).join();
        child.start();
        assertEquals(1, starts.get());
    }

    @Test
    void showsTheMessagesOfJsonLogs() throws Exception {
        Files.writeString(log(), """
                {"level":"ERROR","message":"No database","exception":{"message":"refused"}}
                plain text
                {not json
                """);
        assertEquals("ERROR No database refused\nplain text\n{not json", LogTail.of(log()));
    }

    private Child child(String script) {
        var command = List.of("bash", "-c", "cd '" + folder + "'; " + script);
        var spec = new Child.Spec("toy", command, Map.of("NAME", "Ada"), log(), pidFile());
        return new Child(spec, console, scheduler, starts::incrementAndGet);
    }

    private Path log() {
        return folder.resolve("toy.log");
    }

    private Path pidFile() {
        return folder.resolve("toy.pid");
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
