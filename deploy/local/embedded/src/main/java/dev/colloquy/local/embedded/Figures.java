package dev.colloquy.local.embedded;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** What a bench has measured, as rows of a Markdown table in {@code target/figures.md}. */
public final class Figures {

    private static final Path FILE = Path.of("target/figures.md");

    private Figures() {}

    @FormatMethod
    public static void add(String what, @FormatString String format, Object... values) {
        var line = "| %s | %s |".formatted(what, String.format(Locale.ROOT, format, values));
        System.out.println(line);
        try {
            Files.write(FILE, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
