package dev.colloquy.session.transcribing;

/** A field of a request that is well formed, but does not fit the interview or the rest of the request. */
public class UnusableTranscript extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    UnusableTranscript(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
