package dev.colloquy.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The child processes: services, and the simulators they talk to. */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final List<Child> services = new ArrayList<>();
    private final List<Child> simulators = new ArrayList<>();

    synchronized void addService(Child child) {
        services.add(child);
    }

    synchronized void addSimulators(Child child) {
        simulators.add(child);
    }

    synchronized Map<String, Long> pids() {
        return Stream.concat(services.stream(), simulators.stream()).collect(Collectors.toMap(Child::name, Child::pid));
    }

    /** Fails as soon as one of them ends by itself. */
    synchronized CompletableFuture<?> firstEnd() {
        return CompletableFuture.anyOf(Stream.concat(services.stream(), simulators.stream())
                .map(Child::firstEnd)
                .toArray(CompletableFuture[]::new));
    }

    /** The services first, together: the simulators take their last calls. */
    void stop() {
        stop(services);
        stop(simulators);
    }

    private static void stop(List<Child> children) {
        CompletableFuture.allOf(
                        children.stream().map(child -> child.stop(PATIENCE)).toArray(CompletableFuture[]::new))
                .join();
    }
}
