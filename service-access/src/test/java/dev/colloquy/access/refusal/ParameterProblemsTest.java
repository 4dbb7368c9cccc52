package dev.colloquy.access.refusal;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.Problems.Part;
import dev.colloquy.access.Problems.Violation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A parameter")
class ParameterProblemsTest {

    record Filter(
            @RestQuery @Pattern(regexp = "a|b", message = "must be a or b") @Nullable
            String state,

            @RestQuery("from-day") @Min(value = 1, message = "too early")
            int from,

            @RestQuery @Nullable UUID after,
            @RestQuery boolean until) {

        @AssertTrue(message = "must be true")
        public boolean isUntil() {
            return until;
        }
    }

    record Entry(
            @JsonProperty("item_id") @NotNull(message = "missing") @Nullable
            String itemId) {}

    record Body(List<@NotNull(message = "missing") @Valid Entry> entries) {}

    static class ListResource {
        public void list(
                @RestQuery @Min(value = 0, message = "too small") int page,
                @QueryParam("page-size") @Min(value = 1, message = "too small") int size,
                @RestPath @Pattern(regexp = "x", message = "must be x") String id,
                @HeaderParam("If-Match") @NotNull(message = "missing") @Nullable String match,
                @Valid @BeanParam Filter filter,
                @NotNull @Valid @Nullable Body body) {}
    }

    /** As a container adds it, for interceptors. */
    static class GeneratedResource extends ListResource {
        @Override
        public void list(int page, int size, String id, @Nullable String match, Filter filter, @Nullable Body body) {}
    }

    private final Method list = Arrays.stream(ListResource.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("list"))
            .findFirst()
            .orElseThrow();
    private final UnreadableQuery queries = new UnreadableQuery(new AcceptedValues(new ObjectMapper()));

    @Test
    @DisplayName("that breaks a rule is named as callers know it, with the part of the request it is in")
    void isNamed() {
        var filter = new Filter("c", 0, null, false);

        assertEquals(
                Set.of(
                        new Violation("page", Part.QUERY, "too small"),
                        new Violation("page-size", Part.QUERY, "too small"),
                        new Violation("id", Part.PATH, "must be x"),
                        new Violation("If-Match", Part.HEADER, "missing"),
                        new Violation("state", Part.QUERY, "must be a or b"),
                        new Violation("from-day", Part.QUERY, "too early"),
                        new Violation("until", Part.QUERY, "must be true"),
                        new Violation("", Part.BODY, "must be given as JSON")),
                violations(-1, 0, "y", null, filter, null));
    }

    @Test
    @DisplayName("is told from a field of the body, which is named by its path")
    void isToldFromTheBody() {
        var body = new Body(Arrays.asList(new Entry("1"), new Entry(null), null));

        assertEquals(
                Set.of(Violation.of("entries[1].itemId", "missing"), Violation.of("entries[2]", "missing")),
                violations(0, 1, "x", "\"1\"", new Filter("a", 1, null, true), body));
    }

    @Test
    @DisplayName("that cannot be read is named, with what it takes")
    void isReadable() {
        var given = Map.of(
                "page", List.of("abc"),
                "page-size", List.of("20"),
                "id", List.of("abc"),
                "state", List.of("c"),
                "after", List.of("abc"));

        assertEquals(
                List.of(
                        new Violation("page", Part.QUERY, "must be a whole number"),
                        new Violation("after", Part.QUERY, "must be a UUID")),
                queries.violations(list, given));
    }

    private Set<Violation> violations(@Nullable Object... parameters) {
        var configuration = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator());
        try (var factory = configuration.buildValidatorFactory()) {
            return factory
                    .getValidator()
                    .forExecutables()
                    .validateParameters(new GeneratedResource(), list, parameters)
                    .stream()
                    .map(BrokenRule::violation)
                    .collect(toSet());
        }
    }
}
