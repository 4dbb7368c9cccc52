package dev.colloquy.access.refusal;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.colloquy.access.Problems;
import dev.colloquy.access.Problems.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies that are no JSON, or not the JSON that is expected. */
@ApplicationScoped
public class BodyProblems {

    private final AcceptedValues accepted;

    BodyProblems(AcceptedValues accepted) {
        this.accepted = accepted;
    }

    @ServerExceptionMapper(
            value = {MismatchedInputException.class, InvalidFormatException.class, UnrecognizedPropertyException.class},
            priority = FrameworkRefusal.OURS_FIRST)
    public Response mismatched(MismatchedInputException e) {
        return problem(e).toResponse();
    }

    HttpProblem problem(JsonProcessingException e) {
        return Problems.invalidProblem(List.of(violation(e)));
    }

    Violation violation(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> at(unknown, unknownField(unknown));
            case InvalidNullException missing -> at(missing, "must not be null");
            case MismatchedInputException mismatch -> at(mismatch, accepted.of(mismatch.getTargetType()));
            case ValueInstantiationException refused -> at(refused, refusedValue(refused));
            case JsonMappingException mapping -> withinField(mapping);
            default -> Violation.of("", noJson(e));
        };
    }

    private Violation withinField(JsonMappingException e) {
        return switch (e.getCause()) {
            case InputCoercionException _ -> at(e, "is a number out of range");
            case JsonProcessingException cause -> Violation.of("", noJson(cause));
            case null, default -> at(e, "is not valid");
        };
    }

    private String refusedValue(ValueInstantiationException e) {
        var type = e.getType().getRawClass();
        return type.isEnum() ? accepted.of(type) : "is not valid";
    }

    private static Violation at(JsonMappingException e, String message) {
        var path = e.getPath().stream().map(BodyProblems::step).collect(joining());
        return Violation.of(path.startsWith(".") ? path.substring(1) : path, message);
    }

    private static String step(JsonMappingException.Reference step) {
        return step.getFieldName() == null ? "[%d]".formatted(step.getIndex()) : "." + step.getFieldName();
    }

    private static String unknownField(UnrecognizedPropertyException e) {
        var known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        return NearestName.to(e.getPropertyName(), known)
                .map("is not known here, did you mean %s?"::formatted)
                .orElseGet(() -> "is not known here, known are " + String.join(", ", known));
    }

    private static String noJson(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null
                ? "is not JSON that can be read"
                : "is not JSON that can be read, see line %d, column %d"
                        .formatted(place.getLineNr(), place.getColumnNr());
    }
}
