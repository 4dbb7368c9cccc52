package dev.colloquy.gateway.transcript;

/** session-service did not store a client's turns. */
public class TranscriptRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whether sending them again can help. */
    public enum Reason {
        /** The interview takes no more of them. */
        TRANSCRIPT_CLOSED,
        /** They are not such as it takes. */
        BAD_TRANSCRIPT,
        /** It does not answer; later may help. */
        SESSION_UNAVAILABLE
    }

    private final Reason reason;

    TranscriptRefused(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
