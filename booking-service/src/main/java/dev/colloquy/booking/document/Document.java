package dev.colloquy.booking.document;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was taken and read.
 *
 * @param text clean and capped; empty when the document has none, as a scan
 */
public record Document(DocumentFormat format, Path file, long size, String sha256, Optional<String> text) {}
