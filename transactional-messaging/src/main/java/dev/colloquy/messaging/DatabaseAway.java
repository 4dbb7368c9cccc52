package dev.colloquy.messaging;

import jakarta.persistence.PersistenceException;

/** The database stayed out of reach for longer than the caller can be kept waiting. */
public class DatabaseAway extends PersistenceException {

    private static final long serialVersionUID = 1L;

    DatabaseAway(Throwable cause) {
        super("The database is out of reach", cause);
    }
}
