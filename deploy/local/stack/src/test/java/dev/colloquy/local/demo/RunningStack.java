package dev.colloquy.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The packaged stack on random ports and a fresh folder, started once for all integration tests of this module. */
final class RunningStack {

    private static final Path DATA = Path.of("target", "whole-stack").toAbsolutePath();
    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static @Nullable StackAddress address;

    private RunningStack() {}

    static synchronized StackAddress address() {
        if (address == null) {
            address = start();
        }
        return address;
    }

    /** Where it keeps its files. */
    static Path data() {
        return DATA;
    }

    private static StackAddress start() {
        try {
            removeOldData();
            Files.createDirectories(DATA);
            var process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(DATA.resolve("stack.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            var environment = DATA.resolve("run/stack.env");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> Files.exists(environment) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The stack did not start:\n" + Files.readString(DATA.resolve("stack.log")));
            }
            return StackAddress.read(environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/local-stack-0.1.0-SNAPSHOT.jar:target/lib/*",
                "dev.colloquy.local.Stack",
                "--root",
                ROOT.toString(),
                "--data",
                DATA.toString(),
                "--random-ports");
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeOldData() throws IOException {
        if (Files.exists(DATA)) {
            try (var files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
