package dev.colloquy.local.embedded;

import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Starts a part of the test resources once per JVM. Quarkus may load the resource classes again for another test
 * profile, so what they share are system properties, and parts run until the JVM ends.
 */
final class OncePerJvm {

    private static final String PREFIX = "colloquy.embedded.";

    /** A running part and what its users must know of it. */
    record Running(AutoCloseable part, Map<String, String> facts) {}

    private OncePerJvm() {}

    static Map<String, String> start(String name, Supplier<Running> part) {
        Properties shared = System.getProperties();
        synchronized (shared) {
            if (shared.getProperty(PREFIX + name) == null) {
                var running = part.get();
                running.facts().forEach((key, value) -> shared.setProperty(PREFIX + name + "." + key, value));
                shared.setProperty(PREFIX + name, "running");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running.part()), "close-" + name));
            }
            return facts(name);
        }
    }

    static String fact(String name, String key) {
        var value = System.getProperty(PREFIX + name + "." + key);
        if (value == null) {
            throw new IllegalStateException("The " + name + " resource is not running: add it to the test");
        }
        return value;
    }

    private static Map<String, String> facts(String name) {
        var prefix = PREFIX + name + ".";
        return System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), System::getProperty));
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.getLogger(OncePerJvm.class.getName())
                    .log(System.Logger.Level.DEBUG, "A part did not stop cleanly", e);
        }
    }
}
