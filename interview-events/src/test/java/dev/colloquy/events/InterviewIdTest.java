package dev.colloquy.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterviewIdTest {

    private static final String TEXT = "01935d2e-7c00-7000-8000-0000000000aa";

    @Test
    void namesItsRoomAndIsFoundByIt() {
        var id = InterviewId.of(TEXT);
        assertEquals("iv_" + TEXT, id.roomName());
        assertEquals(Optional.of(id), InterviewId.ofRoom(id.roomName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "room", "iv_", "iv_1-1-1-1-1", TEXT, "iv_" + TEXT + "x", "IV_" + TEXT})
    void leavesRoomsOfOthersAlone(String room) {
        assertEquals(Optional.empty(), InterviewId.ofRoom(room));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "not-an-id"})
    void refusesWhatIsNoId(String text) {
        assertThrows(IllegalArgumentException.class, () -> InterviewId.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a b", "-a", "a_b"})
    void refusesWhatIsNoTenant(String text) {
        assertThrows(IllegalArgumentException.class, () -> new TenantId(text));
    }
}
