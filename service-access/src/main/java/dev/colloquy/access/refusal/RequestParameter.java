package dev.colloquy.access.refusal;

import dev.colloquy.access.Problems.Part;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A parameter by the name that callers know, and the part of the request that it comes in. */
record RequestParameter(String name, Part part) {

    /**
     * Reads it from a method's parameter or a bean's field.
     *
     * @param javaName its name unless the annotation gives another one
     * @return nothing for a body, and for a bean of parameters
     */
    static Optional<RequestParameter> of(AnnotatedElement element, String javaName) {
        return Arrays.stream(element.getAnnotations())
                .flatMap(annotation -> of(annotation).stream())
                .findFirst()
                .map(found -> found.name.isEmpty() ? new RequestParameter(javaName, found.part) : found);
    }

    private static Optional<RequestParameter> of(Annotation annotation) {
        return switch (annotation) {
            case RestQuery query -> named(query.value(), Part.QUERY);
            case QueryParam query -> named(query.value(), Part.QUERY);
            case RestPath path -> named(path.value(), Part.PATH);
            case PathParam path -> named(path.value(), Part.PATH);
            case RestHeader header -> named(header.value(), Part.HEADER);
            case HeaderParam header -> named(header.value(), Part.HEADER);
            case RestForm form -> named(form.value(), Part.FORM);
            case FormParam form -> named(form.value(), Part.FORM);
            default -> Optional.empty();
        };
    }

    private static Optional<RequestParameter> named(String name, Part part) {
        return Optional.of(new RequestParameter(name, part));
    }
}
