package dev.colloquy.local.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mails as numbered files. Written whole or not at all; the oldest go when there are more than 500. */
final class MailFolder {

    private static final int MOST = 500;
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private int last;

    MailFolder(Path folder) {
        this.folder = folder;
        this.last = files().findFirst().map(MailFolder::numberOf).orElse(0);
    }

    synchronized void add(MimeMessage message, String recipient) {
        var file = folder.resolve("%08d%s".formatted(++last, SUFFIX));
        var draft = folder.resolve("draft");
        try {
            try (var out = Files.newOutputStream(draft)) {
                out.write(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
                message.writeTo(out);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            for (var old : files().skip(MOST).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The mail could not be kept in " + folder, e);
        }
    }

    List<ReceivedMail> messages() {
        return files().map(MailFolder::read).flatMap(Optional::stream).toList();
    }

    private static Optional<ReceivedMail> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(MailParser.parse(String.valueOf(numberOf(file)), in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> files() {
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int numberOf(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(SUFFIX, ""));
    }
}
