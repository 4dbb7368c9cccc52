package dev.colloquy.simulators.control;

/** The control API refuses an input: which field, and why. */
public final class ControlProblem extends RuntimeException {

    private final int status;
    private final String field;

    private ControlProblem(int status, String field, String detail) {
        super(detail);
        this.status = status;
        this.field = field;
    }

    public static ControlProblem badInput(String field, String detail) {
        return new ControlProblem(400, field, detail);
    }

    public static ControlProblem notFound(String field, String detail) {
        return new ControlProblem(404, field, detail);
    }

    int status() {
        return status;
    }

    String field() {
        return field;
    }
}
