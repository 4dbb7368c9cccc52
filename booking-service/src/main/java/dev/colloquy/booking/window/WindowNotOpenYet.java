package dev.colloquy.booking.window;

import java.time.Instant;

/** Somebody came before the window opened. */
public class WindowNotOpenYet extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Instant opensAt;

    WindowNotOpenYet(Instant opensAt) {
        this.opensAt = opensAt;
    }

    public Instant opensAt() {
        return opensAt;
    }
}
