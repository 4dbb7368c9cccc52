package dev.colloquy.booking.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {

    @Test
    void collapsesWhiteSpace() {
        assertEquals(Optional.of("a b\nc d"), DocumentText.clean("  a \t\u00a0b \r\n \n\f c\u2003d\n"));
    }

    @Test
    void stripsControlAndBidirectionalCharacters() {
        assertEquals(Optional.of("abcd"), DocumentText.clean("a\u0000b\u202ec\u2066\ufeffd\u0007"));
    }

    @Test
    void composes() {
        assertEquals(Optional.of("Zo\u00eb"), DocumentText.clean("Zoe\u0308"));
    }

    @Test
    void isEmptyWhenNothingIsLeft() {
        assertEquals(Optional.empty(), DocumentText.clean(" \u0000\n\u200b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", " \n", "\u00a0\u2028", "a ", "\u0301\u0316", "\u0000"})
    void readsFiveMegabytesOfAnythingAtOnce(String repeated) {
        var raw = repeated.repeat(5 * 1024 * 1024 / repeated.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> DocumentText.clean(raw));
    }

    @Test
    void keepsAFewMarksOnALetterOnly() {
        assertEquals(
                31, DocumentText.clean("x" + "\u0316".repeat(40)).orElseThrow().length());
    }

    @Test
    void capsWithoutCuttingACharacter() {
        assertEquals(
                50_000, DocumentText.clean("x".repeat(60_000)).orElseThrow().length());
        assertEquals(
                49_999,
                DocumentText.clean("x".repeat(49_999) + "\ud83d\ude00")
                        .orElseThrow()
                        .length());
    }
}
