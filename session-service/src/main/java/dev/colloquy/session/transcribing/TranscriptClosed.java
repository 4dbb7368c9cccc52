package dev.colloquy.session.transcribing;

/** The interview has been finalised or erased: new entries would count for nothing. */
public class TranscriptClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
