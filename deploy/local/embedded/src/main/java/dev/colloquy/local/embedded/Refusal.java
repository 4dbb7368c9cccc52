package dev.colloquy.local.embedded;

/** An answer of RFC 6749 that says no: the status, the error code and a sentence for the developer. */
final class Refusal extends RuntimeException {

    private final int status;
    private final String error;

    Refusal(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static Refusal invalidClient() {
        return new Refusal(401, "invalid_client", "The client is unknown, or its secret is wrong");
    }

    static Refusal invalidGrant(String description) {
        return new Refusal(400, "invalid_grant", description);
    }

    static Refusal invalidRequest(String description) {
        return new Refusal(400, "invalid_request", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
