package dev.colloquy.access.refusal;

import dev.colloquy.access.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Refusals that the framework makes on its own; {@code docs/api.md} lists them. */
enum FrameworkRefusal {
    BAD_REQUEST(
            400, "The request cannot be read", "Check its parameters, headers and body against the API's document."),
    UNAUTHORIZED(401, "A valid bearer is needed", "Send it as 'Authorization: Bearer ...'; it may have expired."),
    FORBIDDEN(403, "The bearer does not allow this", "The API's document says which callers may do it."),
    UNKNOWN_PATH(404, "There is nothing at this path", "Check the path, and that the ids in it are whole."),
    WRONG_METHOD(405, "The method is not allowed at this path", "The API's document names the methods of each path."),
    NOT_ACCEPTABLE(406, "It cannot be answered in the media types that are accepted", "Accept application/json."),
    TOO_LARGE(413, "The body is too large", "The API's document names the limit."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "A body of this media type is not taken", "Send JSON with 'Content-Type: application/json'."),
    INTERNAL_ERROR(500, "Something went wrong here", "It is in the logs under the traceId.");

    /** The priority of mappers that come before those of the extension, which have 999. */
    static final int OURS_FIRST = 900;

    private final int status;
    private final String title;
    private final String detail;

    FrameworkRefusal(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    static Optional<FrameworkRefusal> of(int status) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.status == status)
                .findFirst();
    }

    HttpProblem problem() {
        return Problems.problem(status, type(), title).withDetail(detail).build();
    }

    /** The same problem, in these words. */
    HttpProblem.Builder reword(HttpProblem problem) {
        return HttpProblem.builder(problem)
                .withType(Problems.type(type()))
                .withTitle(title)
                .withDetail(detail);
    }

    private String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
