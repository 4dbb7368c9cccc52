package dev.colloquy.access.refusal;

import dev.colloquy.access.Problems.Part;
import dev.colloquy.access.Problems.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which parameters of a query are not of the type that the resource takes. */
@ApplicationScoped
class UnreadableQuery {

    private static final Set<String> CONVERSIONS = Set.of("fromString", "valueOf");

    private record Query(RequestParameter parameter, Class<?> type) {}

    private final AcceptedValues accepted;

    UnreadableQuery(AcceptedValues accepted) {
        this.accepted = accepted;
    }

    List<Violation> violations(Method resource, Map<String, List<String>> given) {
        return Arrays.stream(resource.getParameters())
                .flatMap(UnreadableQuery::queries)
                .filter(query -> query.parameter.part() == Part.QUERY)
                .filter(query -> given.getOrDefault(query.parameter.name(), List.of()).stream()
                        .anyMatch(value -> !isReadable(query.type, value)))
                .map(query -> new Violation(query.parameter.name(), Part.QUERY, accepted.of(query.type)))
                .toList();
    }

    private static Stream<Query> queries(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .flatMap(field ->
                                RequestParameter.of(field, field.getName())
                                        .map(found -> new Query(found, field.getType()))
                                        .stream())
                : RequestParameter.of(parameter, parameter.getName())
                        .map(found -> new Query(found, parameter.getType()))
                        .stream();
    }

    /** By the conversions of JAX-RS; what has none of them, such as text, is readable. */
    private static boolean isReadable(Class<?> type, String value) {
        var boxed = MethodType.methodType(type).wrap().returnType();
        return Arrays.stream(boxed.getMethods())
                .filter(method -> CONVERSIONS.contains(method.getName()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst()
                .map(conversion -> converts(conversion, value))
                .orElse(true);
    }

    private static boolean converts(Method conversion, String value) {
        try {
            conversion.invoke(null, value);
            return true;
        } catch (ReflectiveOperationException _) {
            return false;
        }
    }
}
