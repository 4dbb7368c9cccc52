package dev.colloquy.payments.trial;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** The ids of what was paid, written into the outbox, published and received: they must tell one story. */
public record Books(List<String> payments, List<String> outbox, List<Published> published, List<String> receipts) {

    /** Nothing missing, no phantom, no effect twice, every account in its order. */
    public Books assertBalanced() {
        assertAll(
                this::assertPublished,
                () -> assertEquals(payments.size(), receipts.size(), "effects"),
                () -> assertEquals(new HashSet<>(payments), new HashSet<>(receipts), "payments and effects"));
        return this;
    }

    /** As balanced as can be where nobody consumes. */
    public Books assertPublished() {
        var distinct = new HashSet<>(published.stream().map(Published::eventId).toList());
        assertAll(
                () -> assertEquals(new HashSet<>(payments), new HashSet<>(outbox), "payments and outbox rows"),
                () -> assertEquals(new HashSet<>(payments), distinct, "payments and published events"),
                () -> assertEquals(0, inversions(), "payments published before an earlier one of their account"));
        return this;
    }

    /** Accounts number their payments without a gap, so first occurrences must count 1, 2, 3 … */
    private int inversions() {
        var last = new HashMap<String, Long>();
        var seen = new HashSet<String>();
        int inversions = 0;
        for (var payment : published) {
            if (seen.add(payment.eventId()) && last.merge(payment.account(), 1L, Long::sum) != payment.number()) {
                inversions++;
            }
        }
        return inversions;
    }
}
