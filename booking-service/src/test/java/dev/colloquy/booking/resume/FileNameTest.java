package dev.colloquy.booking.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.booking.document.DocumentFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("B1: file names from outside")
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.pdf, passwd.pdf",
        "C:\\Users\\ada\\cv.pdf, cv.pdf",
        "a\"b;c.pdf, a b c.pdf",
        "cv.exe.pdf, cv.exe.pdf",
        ".pdf, resume.pdf",
        "..., resume.pdf"
    })
    void losesWhatCouldHarm(String given, String kept) {
        assertEquals(kept, FileName.clean(given, DocumentFormat.PDF).value());
    }

    @Test
    void losesControlAndBidirectionalCharactersAndLength() {
        assertEquals(
                "cvfdp.pdf",
                FileName.clean("cv\u0000\u202efdp.pdf", DocumentFormat.PDF).value());
        assertEquals(
                104,
                FileName.clean("x".repeat(4000) + ".pdf", DocumentFormat.PDF)
                        .value()
                        .length());
    }

    @Test
    void isSavedNeverShown() {
        assertEquals(
                "attachment; filename=\"Zo_ CV.pdf\"; filename*=UTF-8''Zo%C3%AB%20CV.pdf",
                FileName.clean("Zo\u00eb CV.pdf", DocumentFormat.PDF).contentDisposition());
    }
}
