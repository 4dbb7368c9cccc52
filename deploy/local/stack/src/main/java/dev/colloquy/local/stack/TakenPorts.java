package dev.colloquy.local.stack;

import java.util.Map;
import java.util.stream.Collectors;

/** Ports the stack needs and somebody else has. */
final class TakenPorts {

    private TakenPorts() {}

    static void refuse(Ports ports) {
        var taken = ports.byName().entrySet().stream()
                .filter(port -> PortOwner.isTaken(port.getValue()))
                .map(TakenPorts::describe)
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new StartFailed(taken + "\nEnd what uses them, or start on free ports: ./colloquy up --random-ports");
        }
    }

    private static String describe(Map.Entry<String, Integer> port) {
        var owner = PortOwner.of(port.getValue()).map(" by "::concat).orElse("");
        return "Port %d (%s) is taken%s.".formatted(port.getValue(), port.getKey(), owner);
    }
}
