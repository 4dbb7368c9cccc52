package dev.colloquy.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Operators find every setting in one document. */
class OperationsDocumentTest {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final Pattern KEY = Pattern.compile("^\\| `(colloquy\\.[a-z0-9.\\[\\]-]+)` \\|");

    private final JavaClasses classes =
            new ClassFileImporter().importLocations(new BuiltModules().get(OperationsDocumentTest.class));

    @Test
    @DisplayName("docs/operations.md lists every key of every settings interface, and no other")
    void listsEverySetting() throws IOException {
        var inCode = classes.stream()
                .filter(type -> type.isAnnotatedWith(MAPPING))
                .flatMap(type -> keys(prefix(type), type))
                .collect(Collectors.toCollection(TreeSet::new));
        try (var lines = Files.lines(Path.of("../docs/operations.md"))) {
            var inDocument = lines.map(KEY::matcher)
                    .filter(matcher -> matcher.find())
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(inCode, inDocument);
        }
    }

    private static Stream<String> keys(String prefix, JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getOwner().equals(type))
                .filter(method -> method.getRawParameterTypes().isEmpty())
                .filter(method ->
                        method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                .flatMap(method -> keys(prefix, method));
    }

    private static Stream<String> keys(String prefix, JavaMethod method) {
        var key = prefix + "." + kebab(method.getName());
        var type = method.getRawReturnType();
        if (isGroup(type)) {
            return keys(key, type);
        }
        return type.isAssignableTo(List.class)
                ? element(method).map(group -> keys(key + "[]", group)).orElseGet(() -> Stream.of(key))
                : Stream.of(key);
    }

    private static Optional<JavaClass> element(JavaMethod method) {
        return method.getReturnType().getAllInvolvedRawTypes().stream()
                .filter(OperationsDocumentTest::isGroup)
                .findFirst();
    }

    private static boolean isGroup(JavaClass type) {
        return type.isInterface() && type.getPackageName().startsWith("dev.colloquy");
    }

    private static String prefix(JavaClass type) {
        return (String) type.getAnnotationOfType(MAPPING).get("prefix").orElseThrow();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
