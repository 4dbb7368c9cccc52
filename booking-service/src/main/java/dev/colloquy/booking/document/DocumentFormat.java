package dev.colloquy.booking.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents that are taken. */
public enum DocumentFormat {
    PDF("application/pdf"),
    DOC("application/msword"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final int PDF_HEADER_WITHIN = 1024;
    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The format that the name of a file claims. */
    public static Optional<DocumentFormat> claimedBy(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension()))
                .findFirst();
    }

    /** Whether the content begins like this format and has what every document of it has. */
    boolean fits(byte[] content) {
        return switch (this) {
            case PDF -> indexOf(content, "%PDF-".getBytes(StandardCharsets.US_ASCII), PDF_HEADER_WITHIN) >= 0;
            case DOC -> startsWith(content, OLE2) && hasStream(content, "WordDocument");
            case DOCX -> startsWith(content, ZIP);
        };
    }

    /** Office encrypts a DOCX by wrapping it into an OLE2 file. */
    static boolean isEncryptedPackage(byte[] content) {
        return startsWith(content, OLE2) && hasStream(content, "EncryptedPackage");
    }

    private static boolean hasStream(byte[] content, String name) {
        return indexOf(content, name.getBytes(StandardCharsets.UTF_16LE), content.length) >= 0;
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        return content.length >= prefix.length && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static int indexOf(byte[] content, byte[] wanted, int within) {
        var last = Math.min(content.length, within) - wanted.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
