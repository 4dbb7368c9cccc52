package dev.colloquy.session.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {

    @Test
    void isReadAsItIsWritten() {
        assertEquals("3", new Revision(3).tag().getValue());
        assertEquals(new Revision(3), Revision.ofIfMatch("\"3\""));
        assertEquals(new Revision(3), Revision.ofIfMatch(" \"3\" "));
    }

    @Test
    void refusesAChangeOfWhatNobodyHasSeen() {
        assertThrows(RevisionMissing.class, () -> Revision.ofIfMatch(null));
        new Revision(3).requireCurrent(3);
        assertThrows(ChangedMeanwhile.class, () -> new Revision(3).requireCurrent(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "*", "W/\"3\"", "\"x\"", "\"3\", \"4\"", "\"99999999999\"", "\"-1\""})
    void anyOtherFormNamesNoState(String header) {
        assertThrows(ChangedMeanwhile.class, () -> Revision.ofIfMatch(header));
    }
}
