package dev.colloquy.access.refusal;

import dev.colloquy.access.Problems.Part;
import dev.colloquy.access.Problems.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the parameter, or the field of the body, whose rule is broken. */
final class BrokenRule {

    private static final int METHOD_AND_PARAMETER = 2;

    private BrokenRule() {}

    static Violation violation(ConstraintViolation<?> broken) {
        var nodes = StreamSupport.stream(broken.getPropertyPath().spliterator(), false)
                .toList();
        return parameter(broken, nodes)
                .map(parameter -> violation(parameter, nodes, broken.getMessage()))
                .orElseGet(() -> Violation.of(fields(nodes), broken.getMessage()));
    }

    private static Violation violation(Parameter parameter, List<Path.Node> nodes, String message) {
        var below = nodes.subList(METHOD_AND_PARAMETER, nodes.size());
        if (parameter.isAnnotationPresent(BeanParam.class) && !below.isEmpty()) {
            return ofBean(parameter.getType(), below, message);
        }
        return RequestParameter.of(parameter, parameter.getName())
                .map(named -> new Violation(named.name(), named.part(), message))
                .orElseGet(() -> ofBody(fields(below), message));
    }

    private static Violation ofBean(Class<?> bean, List<Path.Node> below, String message) {
        var field = below.getFirst().getName();
        return Arrays.stream(bean.getDeclaredFields())
                .filter(declared -> declared.getName().equals(field))
                .flatMap(declared -> RequestParameter.of(declared, field).stream())
                .findFirst()
                .map(named -> new Violation(named.name(), named.part(), message))
                .orElseGet(() -> new Violation(fields(below), Part.QUERY, message));
    }

    private static Violation ofBody(String field, String message) {
        return Violation.of(field, field.isEmpty() ? "must be given as JSON" : message);
    }

    private static Optional<Parameter> parameter(ConstraintViolation<?> broken, List<Path.Node> nodes) {
        if (nodes.size() < METHOD_AND_PARAMETER || nodes.get(1).getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        var index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        return method(broken.getRootBeanClass(), nodes.getFirst().as(Path.MethodNode.class))
                .map(method -> method.getParameters()[index]);
    }

    /** As written: what is generated on top of it repeats the method without its annotations. */
    private static Optional<Method> method(Class<?> type, Path.MethodNode node) {
        var signature = node.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(type, on -> on != null, on -> on.getSuperclass())
                .flatMap(on -> Arrays.stream(on.getDeclaredMethods()))
                .filter(method -> method.getName().equals(node.getName()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), signature))
                .reduce((_, higher) -> higher);
    }

    /** An element of a list is named by the list's index, and has no name of its own. */
    private static String fields(List<Path.Node> nodes) {
        return nodes.stream()
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining("."));
    }
}
