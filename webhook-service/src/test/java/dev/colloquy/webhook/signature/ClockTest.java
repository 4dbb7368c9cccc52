package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.webhook.signature.Party.Check;
import dev.colloquy.webhook.signature.Party.Old;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("W1 W2 W3 Clocks of providers and ours")
class ClockTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration JUMP = Duration.ofMinutes(10);
    private static final byte[] BODY = "{\"event\":\"room_finished\"}".getBytes(UTF_8);

    private final SettableClock clock = new SettableClock(NOW);

    @ParameterizedTest
    @EnumSource
    @DisplayName("W03: half a minute of difference is accepted, to both sides")
    void acceptsHalfAMinute(Party party) {
        var check = party.check(clock, 1);

        for (int seconds : List.of(-30, -1, 0, 1, 30)) {
            check.verify(BODY, party.sign(BODY, NOW.plusSeconds(seconds), 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIVEKIT, -PT6M, PT61S",
        "LIVEKIT, -PT6M1S, PT6M",
        "OPENAI, -PT5M1S, PT5M1S",
        "OPENAI, -PT6M, PT6M",
        "ELEVENLABS, -PT60M1S, PT5M1S",
        "ELEVENLABS, -PT70M, PT6M"
    })
    @DisplayName("W03: what is too old, LiveKit's expired token among it, or comes from the future is refused")
    void refusesOtherTimes(Party party, Duration old, Duration ahead) {
        var check = party.check(clock, 1);

        assertOutsideTime(check, party.sign(BODY, NOW.plus(old), 1));
        assertOutsideTime(check, party.sign(BODY, NOW.plus(ahead), 1));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TAVUS")
    @DisplayName("W23: a clock that jumps by ten minutes refuses while it is wrong, and accepts again when it is right")
    void outlastsJumps(Party party) {
        var check = party.check(clock, 1);
        var headers = party.sign(BODY, NOW, 1);
        var isLate = party == Party.ELEVENLABS;

        clock.jump(JUMP);
        if (isLate) {
            check.verify(BODY, headers);
        } else {
            assertOutsideTime(check, headers);
        }
        clock.jump(JUMP.multipliedBy(-2));
        assertOutsideTime(check, headers);
        clock.jump(JUMP);
        check.verify(BODY, headers);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("W23: one look at one clock decides about signature and key")
    void looksOnce(Party party) {
        var check = party.check(clock, 1, new Old(2, NOW.plusSeconds(1)));
        var before = clock.looks();

        assertEquals(KeyAge.PREVIOUS, check.verify(BODY, party.sign(BODY, NOW, 2)));

        assertEquals(before + 1, clock.looks());
    }

    private static void assertOutsideTime(Check check, Map<String, List<String>> headers) {
        var refused = assertThrows(WebhookRefused.class, () -> check.verify(BODY, headers));

        assertEquals(Reason.OUTSIDE_TIME, refused.reason());
    }
}
