package dev.colloquy.booking.window;

import java.time.Instant;

/** When an interview may be joined for the first time; both ends belong to it. */
public record Window(Instant opensAt, Instant closesAt) {

    public static Window around(Instant scheduledAt, WindowConfig config) {
        return new Window(scheduledAt.minus(config.opensBefore()), scheduledAt.plus(config.closesAfter()));
    }

    public WindowState stateAt(Instant now) {
        if (now.isBefore(opensAt)) {
            return WindowState.EARLY;
        }
        return now.isAfter(closesAt) ? WindowState.LATE : WindowState.OPEN;
    }

    /**
     * Refuses whoever comes outside of it.
     *
     * @throws WindowNotOpenYet with the time to come back
     * @throws WindowExpired when it is too late
     */
    public void requireOpen(Instant now) {
        switch (stateAt(now)) {
            case EARLY -> throw new WindowNotOpenYet(opensAt);
            case LATE -> throw new WindowExpired();
            case OPEN, ENDED -> {}
        }
    }
}
