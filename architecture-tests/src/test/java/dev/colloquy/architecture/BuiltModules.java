package dev.colloquy.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The main classes of every module, as they were just built. */
final class BuiltModules implements LocationProvider {

    private static final Path ROOT = Path.of("..");
    static final Set<String> SERVICES =
            Set.of("booking-service", "session-service", "webhook-service", "realtime-gateway", "report-service");
    private static final Set<String> LIBRARIES =
            Set.of("interview-events", "transactional-messaging", "service-access");
    private static final Set<String> LOCAL =
            Set.of("deploy/local/embedded", "deploy/local/simulators", "deploy/local/stack");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Stream.of(SERVICES, LIBRARIES, LOCAL)
                .flatMap(Set::stream)
                .map(BuiltModules::classes)
                .collect(Collectors.toSet());
    }

    private static Location classes(String module) {
        var classes = ROOT.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(module + " is not built: run the whole build");
        }
        return Location.of(classes);
    }
}
