package dev.colloquy.booking.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.Documents;
import dev.colloquy.booking.document.RefusedDocument.Reason;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParserProcessTest {

    @TempDir
    Path folder;

    @Test
    void killsAParserThatDoesNotComeToAnEnd() throws IOException {
        var parser = new ParserProcess(config("PT0.15S", "-Xmx64m"));
        refusesAsUnreadable(parser);
        assertTrue(ProcessHandle.current().children().noneMatch(ParserProcessTest::isParser));
    }

    @Test
    void survivesAParserThatRunsOutOfMemory() throws IOException {
        refusesAsUnreadable(new ParserProcess(config("PT15S", "-Xmx4m,-XX:+UseSerialGC,-XX:+ExitOnOutOfMemoryError")));
    }

    @Test
    void readsWhatAParserWrites() throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("cv"), Documents.docx("hello"));
        var text = new ParserProcess(config("PT15S", "-Xmx256m")).textOf(file, DocumentFormat.DOCX);
        assertEquals("hello", text.strip());
    }

    private void refusesAsUnreadable(ParserProcess parser) throws IOException {
        var file = Files.write(folder.resolve("cv.pdf"), Documents.pdf("hello"));
        var refused = assertThrows(RefusedDocument.class, () -> parser.textOf(file, DocumentFormat.PDF));
        assertEquals(Reason.UNREADABLE, refused.reason());
    }

    private static boolean isParser(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(ParserMain.class.getName());
    }

    private static DocumentConfig config(String timeout, String options) {
        return new SmallRyeConfigBuilder()
                .withMapping(DocumentConfig.class)
                .withDefaultValue("colloquy.booking.document.parser-timeout", timeout)
                .withDefaultValue("colloquy.booking.document.parser-options", options)
                .build()
                .getConfigMapping(DocumentConfig.class);
    }
}
