package dev.colloquy.local.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to start the stack: {@code --data DIR} (.colloquy), {@code --root DIR} (where the project is), {@code
 * --random-ports}, {@code --services a,b} (only these, for developers; {@code none} for no service at all).
 */
public record StackOptions(Path data, Path root, boolean randomPorts, Set<ServiceName> services) {

    /** What was typed makes no sense; the message says why. */
    public static final class Unusable extends RuntimeException {

        Unusable(String message) {
            super(message);
        }
    }

    public static StackOptions parse(List<String> arguments) {
        var data = Path.of(".colloquy");
        var root = Path.of("");
        var randomPorts = false;
        Set<ServiceName> services = EnumSet.allOf(ServiceName.class);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var option = rest.removeFirst();
            switch (option) {
                case "--data" -> data = Path.of(valueOf(option, rest));
                case "--root" -> root = Path.of(valueOf(option, rest));
                case "--random-ports" -> randomPorts = true;
                case "--services" -> services = services(valueOf(option, rest));
                default -> throw new Unusable("Unknown option " + option);
            }
        }
        return new StackOptions(absolute(data), absolute(root), randomPorts, services);
    }

    Path logs() {
        return data.resolve("logs");
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String valueOf(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new Unusable("Option " + option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static Set<ServiceName> services(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(name -> !name.equals("none"))
                .map(name -> ServiceName.find(name).orElseThrow(() -> new Unusable("No service is named " + name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ServiceName.class)));
    }
}
