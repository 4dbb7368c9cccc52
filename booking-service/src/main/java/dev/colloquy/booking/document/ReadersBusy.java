package dev.colloquy.booking.document;

/** More documents wait to be read than is useful. */
public class ReadersBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
