package dev.colloquy.local.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A packaged service as a process of its own, which a test can kill, pause and end, and which goes with the test's JVM. */
public final class ServiceProcess {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final String name;
    private final Process process;
    private final String address;

    private ServiceProcess(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
    }

    /**
     * Begins to start one on a free port of the loopback address.
     *
     * @param name in messages, and of its log in the folder
     * @param options of the JVM, its system properties among them
     * @param jar the packaged application, which reads {@code PORT}
     */
    public static ServiceProcess launch(
            String name, Path folder, Path jar, List<String> options, Map<String, String> environment) {
        int port = FreePort.next();
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var command = Stream.of(List.of(java, "-XX:+UseSerialGC", "-Xmx256m"), options, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve(name + ".log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("PORT", String.valueOf(port), "QUARKUS_HTTP_HOST", "127.0.0.1"));
        try {
            var started = new ServiceProcess(name, builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return address;
    }

    public ServiceProcess awaitReady() {
        await(name + " is ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(this::isReady);
        return this;
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError(name + " has ended with code " + process.exitValue());
        }
        return status("GET", "/q/health/ready") == 200;
    }

    public boolean isAlive() {
        return status("GET", "/q/health/live") == 200;
    }

    /** The status of the answer, 0 if there was none. */
    public int status(String method, String path) {
        try {
            return send(method, path, "").statusCode();
        } catch (UncheckedIOException _) {
            return 0;
        }
    }

    /** The answer to a request with JSON; an {@link UncheckedIOException} if there was none. */
    public HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .timeout(ANSWER)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and waits until it has. */
    public void terminate() {
        process.destroy();
        await(name + " ends by itself").atMost(END).until(() -> !process.isAlive());
    }

    public void pause() {
        Signal.STOP.send(process.toHandle());
    }

    public void resume() {
        Signal.CONT.send(process.toHandle());
    }

    /** The processor time it has taken so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }
}
