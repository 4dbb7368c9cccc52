package dev.colloquy.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged simulators as a process of their own: WebRTC's native library can end a whole JVM. */
final class SimulatorProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target/local-simulators-0.1.0-SNAPSHOT.jar");
    private static final Pattern PORT = Pattern.compile("listen on \\D*(?:[\\d.]+:)?(\\d+)");

    private final Process process;
    private final Path log;

    private SimulatorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static SimulatorProcess start(Map<String, String> more) throws IOException {
        Path log = Path.of("target", "simulators-" + System.nanoTime() + ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx256m", "-jar", JAR.toString());
        builder.environment()
                .putAll(Map.of(
                        "PORT", "0",
                        "LIVEKIT_API_KEY", RunningSimulators.LIVEKIT_KEY,
                        "LIVEKIT_API_SECRET", RunningSimulators.LIVEKIT_SECRET,
                        "OPENAI_API_KEY", RunningSimulators.OPENAI_KEY,
                        "ELEVENLABS_API_KEY", RunningSimulators.ELEVENLABS_KEY,
                        "ELEVENLABS_WEBHOOK_SECRET", RunningSimulators.ELEVENLABS_SECRET));
        builder.environment().putAll(more);
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var started = new SimulatorProcess(process, log);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> started.port() > 0 || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the simulators ended at once: " + started.log());
        }
        return started;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String post(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.body();
        }
    }

    /** What OpenAI's clients need to find and use it. */
    Map<String, String> openAi() {
        return Map.of("OPENAI_BASE_URL", url() + "/v1", "OPENAI_API_KEY", RunningSimulators.OPENAI_KEY);
    }

    private int port() {
        Matcher listening = PORT.matcher(log());
        return listening.find() ? Integer.parseInt(listening.group(1)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
