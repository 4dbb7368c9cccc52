package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A provider's own Node SDK, installed from {@code src/test/node/<name>}, and scripts that use it. */
final class NodeProject {

    private final Path installed;

    private NodeProject(Path installed) {
        this.installed = installed;
    }

    static NodeProject install(String name) {
        Path sources = Path.of("src/test/node", name);
        NodeProject project = new NodeProject(Path.of("target/node", name));
        try (var files = Files.list(sources)) {
            Files.createDirectories(project.installed);
            for (Path file : files.toList()) {
                Files.copy(file, project.installed.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        project.run(Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--silent"));
        return project;
    }

    /** What the script prints as its last line; it must be a JSON object. */
    JsonObject script(String file, Map<String, String> environment, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("node", file), Stream.of(arguments)).toList();
        return new JsonObject(
                run(environment, command).lines().reduce((_, last) -> last).orElseThrow());
    }

    private String run(Map<String, String> environment, List<String> command) {
        try {
            var builder =
                    new ProcessBuilder(command).directory(installed.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), "still running");
            assertEquals(0, process.exitValue(), output);
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
