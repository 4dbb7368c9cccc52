package dev.colloquy.booking.resume;

import dev.colloquy.booking.document.DocumentFormat;
import dev.colloquy.booking.document.DocumentText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file name from outside, made harmless: no path, no invisible characters, at most 100 characters, true extension. */
record FileName(String value) {

    private static final int MOST = 100;

    static FileName clean(String given, DocumentFormat format) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var dot = name.lastIndexOf('.');
        var stem = DocumentText.clean(dot < 0 ? name : name.substring(0, dot))
                .map(text -> text.replaceAll("[\\s\"<>:|?*;%]+", " ").strip())
                .filter(text -> !text.isEmpty() && !text.startsWith("."))
                .orElse("resume");
        var end = stem.offsetByCodePoints(0, Math.min(MOST, stem.codePointCount(0, stem.length())));
        return new FileName(stem.substring(0, end).strip() + format.extension());
    }

    /** The header that makes a browser save the file under this name (RFC 6266), never show it. */
    String contentDisposition() {
        var ascii = value.replaceAll("[^\\x20-\\x7e]", "_");
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
