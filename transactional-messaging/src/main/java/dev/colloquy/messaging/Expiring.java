package dev.colloquy.messaging;

import java.time.Duration;

/** Rows of a service's own that are removed when their time is over, as often as the library's are. */
public interface Expiring {

    /** Deletes at most {@code $2} rows that are older than {@code $1} seconds; replicas may do it at the same time. */
    String statement();

    /** How old they may become. */
    Duration keep();
}
