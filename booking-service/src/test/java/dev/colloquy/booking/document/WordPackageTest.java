package dev.colloquy.booking.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPackageTest {

    @TempDir
    Path folder;

    @Test
    void takesAWordDocument() throws IOException {
        assertTrue(WordPackage.isHarmless(Files.write(folder.resolve("cv.docx"), Documents.docx("hello"))));
    }

    @Test
    void refusesWhatIsNoWordDocument() throws IOException {
        assertFalse(WordPackage.isHarmless(zip("[Content_Types].xml", "xl/workbook.xml")));
        assertFalse(WordPackage.isHarmless(Files.writeString(folder.resolve("no.zip"), "PK but no zip")));
    }

    @Test
    void refusesMacros() throws IOException {
        assertFalse(WordPackage.isHarmless(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        var names = IntStream.range(0, 2100).mapToObj(i -> "word/" + i).toArray(String[]::new);
        assertFalse(WordPackage.isHarmless(zip(names)));
    }

    @Test
    void refusesAnUnpackingBomb() throws IOException {
        var file = folder.resolve("bomb.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte <= 100; megabyte++) {
                zip.write(zeros);
            }
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        assertFalse(WordPackage.isHarmless(file));
    }

    private Path zip(String... names) throws IOException {
        var file = folder.resolve("some.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return file;
    }
}
