package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WholeInterviewIT {

    @Test
    @DisplayName("X8: both kinds of interview go through all five services, from the resume to the report")
    void playsBothInterviewsToTheirReports() {
        var told = new ByteArrayOutputStream();
        var played = Demo.play(
                RunningStack.address(), new PrintStream(told, true, StandardCharsets.UTF_8), Clock.systemUTC());
        assertTrue(played, told.toString(StandardCharsets.UTF_8));
    }
}
