package dev.colloquy.booking.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks at the directory of a DOCX before anybody unpacks it. */
final class WordPackage {

    private static final int MOST_ENTRIES = 2000;
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;

    private WordPackage() {}

    /** Whether this is a Word document without macros whose directory admits no unpacking bomb. */
    static boolean isHarmless(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return isHarmless(zip);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isHarmless(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            return false;
        }
        var names = new HashSet<String>();
        var unpacked = 0L;
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            unpacked += Math.max(0, entry.getSize());
            if (!names.add(entry.getName()) || unpacked > MOST_UNPACKED) {
                return false;
            }
        }
        return names.contains("[Content_Types].xml")
                && names.contains("word/document.xml")
                && !names.contains("word/vbaProject.bin");
    }
}
