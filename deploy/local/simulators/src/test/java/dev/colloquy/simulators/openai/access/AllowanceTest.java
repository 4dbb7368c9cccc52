package dev.colloquy.simulators.openai.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void isUsedUpAndComesBackWithTime() {
        Allowance allowance = new Allowance(60, START);
        allowance.spend(60, START);
        assertFalse(allowance.covers(1, START));
        assertEquals(Duration.ofSeconds(5), allowance.until(5, START));
        assertTrue(allowance.covers(5, START.plusSeconds(5)));
        assertEquals(60, allowance.left(START.plusSeconds(600)));
    }
}
