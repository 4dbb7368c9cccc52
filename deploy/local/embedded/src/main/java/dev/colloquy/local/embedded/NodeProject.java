package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Scripts of Node.js and the packages they need, for tests whose judge is a browser or a provider's own SDK. */
public final class NodeProject {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies the files of the given folders into one and installs what their {@code package-lock.json} names.
     *
     * @throws IllegalStateException with npm's words, if it cannot
     */
    public static NodeProject install(Path folder, Path... sources) {
        var project = new NodeProject(folder);
        Stream.of(sources).forEach(project::take);
        project.run(Map.of(), "", Stream.of("npm", "ci", "--no-audit", "--no-fund", "--silent"));
        return project;
    }

    /**
     * What a script prints as its last line.
     *
     * @throws IllegalStateException with all it printed, if it fails or is not done in 3 minutes
     */
    public String script(String file, Map<String, String> environment, String... arguments) {
        return script(file, environment, "", Stream.of(arguments));
    }

    /** The same for a script that reads what it needs. */
    public String scriptReading(String input, String file, Map<String, String> environment) {
        return script(file, environment, input, Stream.of());
    }

    private String script(String file, Map<String, String> environment, String input, Stream<String> arguments) {
        return run(environment, input, Stream.concat(Stream.of("node", file), arguments))
                .lines()
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalStateException(file + " printed nothing"));
    }

    private void take(Path source) {
        try (var files = Files.list(source)) {
            Files.createDirectories(folder);
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Map<String, String> environment, String input, Stream<String> words) {
        List<String> command = words.toList();
        try {
            var printed = Files.createTempFile(folder, "printed", ".txt");
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var ended = end(process);
            var output = Files.readString(printed);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + (ended ? " failed: " : " did not end: ") + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it ended by itself; else it is ended, and the browser it may have started with it. */
    private static boolean end(Process process) {
        try {
            var ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a script", e);
        }
    }
}
