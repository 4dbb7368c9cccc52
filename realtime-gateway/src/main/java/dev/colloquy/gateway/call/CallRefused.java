package dev.colloquy.gateway.call;

/** A call could not be placed, for a reason that a candidate's browser may know. */
public class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is, and so whether trying again can help. */
    public enum Reason {
        /** The offer is not one; another one may be. */
        INVALID_SDP,
        /** The provider takes no more calls now; later may help. */
        PROVIDER_BUSY,
        /** The provider fails, cannot be reached or refuses us; later may help. */
        PROVIDER_UNAVAILABLE
    }

    private final Reason reason;

    public CallRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
