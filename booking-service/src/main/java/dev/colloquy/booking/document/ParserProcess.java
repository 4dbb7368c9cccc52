package dev.colloquy.booking.document;

import dev.colloquy.booking.document.RefusedDocument.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tika.parser.Parser;

/** Runs the parser in a Java process of its own, without the service's environment, and kills it when it hangs. */
@ApplicationScoped
class ParserProcess {

    private static final int MOST_BYTES = 4 * ParserMain.MOST_CHARACTERS;

    private final Duration timeout;
    private final List<String> command;

    ParserProcess(DocumentConfig config) {
        this.timeout = config.parserTimeout();
        this.command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(config.parserOptions());
        command.addAll(List.of("-cp", classPath(), ParserMain.class.getName()));
    }

    /**
     * The text of the document, as it is. Blocks.
     *
     * @throws RefusedDocument when it is encrypted or the parser did not come to an end
     */
    String textOf(Path file, DocumentFormat format) throws IOException, InterruptedException {
        var process = start(file, format);
        var timer = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        var kill = CompletableFuture.runAsync(process::destroyForcibly, timer);
        try (var out = process.getInputStream()) {
            var text = out.readNBytes(MOST_BYTES);
            return switch (process.waitFor()) {
                case 0 -> new String(text, StandardCharsets.UTF_8);
                case ParserMain.ENCRYPTED -> throw new RefusedDocument(Reason.ENCRYPTED);
                default -> throw new RefusedDocument(Reason.UNREADABLE);
            };
        } finally {
            kill.cancel(false);
            process.destroyForcibly();
        }
    }

    private Process start(Path file, DocumentFormat format) throws IOException {
        var line = new ArrayList<>(command);
        line.addAll(List.of(format.name(), file.toAbsolutePath().toString()));
        var builder = new ProcessBuilder(line)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** Packaged: the jars next to Tika's own, and this one. Otherwise what the build put on the class path. */
    private static String classPath() {
        var self = placeOf(ParserMain.class);
        return Files.isRegularFile(self)
                ? placeOf(Parser.class).resolveSibling("*") + ":" + self
                : System.getProperty("java.class.path");
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where " + type + " comes from", e);
        }
    }
}
