package dev.colloquy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that is meant to run: whenever it ends by itself, it is reported with the end of its log and started
 * again, later and later the more often that happens.
 */
final class Child {

    /** How to run it. The log file is appended to; the folder of the pid file must exist. */
    record Spec(String name, List<String> command, Map<String, String> environment, Path log, Path pidFile) {}

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_RUN = Duration.ofMinutes(1);

    private final Spec spec;
    private final Console console;
    private final ScheduledExecutorService scheduler;
    private final Runnable onStart;
    private final CompletableFuture<Void> firstEnd = new CompletableFuture<>();
    private @Nullable Process process;
    private Duration pause = FIRST_PAUSE;
    private long startedAt;
    private boolean stopping;

    Child(Spec spec, Console console, ScheduledExecutorService scheduler, Runnable onStart) {
        this.spec = spec;
        this.onStart = onStart;
        this.console = console;
        this.scheduler = scheduler;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        var builder = new ProcessBuilder(spec.command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            var started = builder.start();
            process = started;
            startedAt = System.nanoTime();
            PrivateFile.write(spec.pidFile(), String.valueOf(started.pid()));
            var _ = started.onExit().thenAccept(this::ended);
            onStart.run();
        } catch (IOException e) {
            throw new UncheckedIOException(spec.name() + " cannot be started", e);
        }
    }

    String name() {
        return spec.name();
    }

    synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    /** Fails when the process ends for the first time without having been told to. */
    CompletableFuture<Void> firstEnd() {
        return firstEnd;
    }

    /** Asks it to end, and makes it end if it has not within the time. Never restarts it. */
    CompletableFuture<Void> stop(Duration patience) {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running == null || !running.isAlive()) {
            return CompletableFuture.completedFuture(null);
        }
        running.destroy();
        return running.onExit()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(_ -> running.destroyForcibly().onExit())
                .thenRun(this::forgetPid);
    }

    private synchronized void ended(Process gone) {
        if (stopping) {
            return;
        }
        var report = "%s ended by itself (exit code %d); the last lines of %s:%n%s"
                .formatted(spec.name(), gone.exitValue(), spec.log(), LogTail.of(spec.log()));
        firstEnd.completeExceptionally(new IllegalStateException(report));
        console.say(report);
        console.say("%s starts again in %d s".formatted(spec.name(), pause.toSeconds()));
        var _ = scheduler.schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = nextPause(Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private Duration nextPause(Duration run) {
        var doubled = pause.multipliedBy(2);
        if (run.compareTo(LONG_RUN) > 0) {
            return FIRST_PAUSE;
        }
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void forgetPid() {
        try {
            Files.deleteIfExists(spec.pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
