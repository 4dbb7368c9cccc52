package dev.colloquy.local.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** The parts of a local stack, started together. Parts that the user brings himself are left out. */
public final class EmbeddedParts implements AutoCloseable {

    /** In the order in which they stop last: everything may need the databases until the end. */
    public enum Part {
        DATABASES,
        KAFKA,
        S3,
        IDENTITY,
        MAIL
    }

    /**
     * What to start and with what.
     *
     * @param secretOf passwords of database roles, secrets of clients, {@code s3-access-key}, {@code s3-secret-key}
     */
    public record Plan(
            Path folder, Set<Part> parts, ToIntFunction<Part> portOf, UnaryOperator<String> secretOf, String bucket) {}

    private static final Map<String, String> DATABASE_OF = Map.of(
            "booking-service", "booking",
            "session-service", "session",
            "webhook-service", "webhook",
            "realtime-gateway", "gateway",
            "report-service", "report");

    private final Plan plan;
    private final Map<Part, AutoCloseable> running = new EnumMap<>(Part.class);

    private EmbeddedParts(Plan plan) {
        this.plan = plan;
    }

    /** Starts all parts in parallel; if one fails, the others are stopped again. */
    public static EmbeddedParts start(Plan plan) {
        QuietLogs.apply();
        var parts = new EmbeddedParts(plan);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var starting = plan.parts().stream()
                    .map(part -> CompletableFuture.runAsync(() -> parts.start(part), executor))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(starting).join();
            return parts;
        } catch (CompletionException e) {
            parts.close();
            throw new IllegalStateException("A part did not start: " + e.getCause(), e);
        }
    }

    /** Ends what a stack in this folder has left running because it was killed. */
    public static void endLeftovers(Path folder) {
        LeftoverPostmaster.clear(folder.resolve("databases/data"));
    }

    /** The variables of a service that these parts answer for. */
    public Map<String, String> environmentOf(String service) {
        var environment = environment();
        find(EmbeddedDatabases.class)
                .ifPresent(databases -> environment.putAll(databases.environmentOf(databaseOf(service))));
        environment.put("SERVICE_CLIENT_ID", service);
        environment.put("SERVICE_CLIENT_SECRET", plan.secretOf().apply(service));
        return environment;
    }

    private static String databaseOf(String service) {
        var database = DATABASE_OF.get(service);
        if (database == null) {
            throw new IllegalArgumentException("No such service: " + service);
        }
        return database;
    }

    /** The variables that are the same for every service. */
    public Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        find(EmbeddedKafka.class).ifPresent(kafka -> environment.putAll(kafka.environment()));
        find(EmbeddedS3.class).ifPresent(s3 -> environment.putAll(s3.environment()));
        find(EmbeddedIdentity.class).ifPresent(identity -> environment.putAll(identity.environment()));
        find(EmbeddedMail.class).ifPresent(mail -> environment.putAll(mail.environment()));
        return environment;
    }

    public <T> Optional<T> find(Class<T> part) {
        return running.values().stream()
                .filter(part::isInstance)
                .map(part::cast)
                .findFirst();
    }

    @Override
    public void close() {
        var parts = new ArrayList<>(EnumSet.allOf(Part.class));
        for (var part : parts.reversed()) {
            var closeable = running.remove(part);
            if (closeable != null) {
                close(part, closeable);
            }
        }
    }

    private static void close(Part part, AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.getLogger(EmbeddedParts.class.getName())
                    .log(System.Logger.Level.WARNING, part + " did not stop cleanly", e);
        }
    }

    private void start(Part part) {
        int port = plan.portOf().applyAsInt(part);
        var secretOf = plan.secretOf();
        var folder = PartFolder.at(plan.folder().resolve(part.name().toLowerCase(Locale.ROOT)));
        var started = switch (part) {
            case DATABASES -> databases(folder, port);
            case KAFKA -> EmbeddedKafka.start(folder, port);
            case S3 ->
                EmbeddedS3.start(
                        folder, port, plan.bucket(), secretOf.apply("s3-access-key"), secretOf.apply("s3-secret-key"));
            case IDENTITY -> EmbeddedIdentity.start(folder, port, secretOf, Clock.systemUTC());
            case MAIL -> EmbeddedMail.start(folder, port);
        };
        synchronized (running) {
            running.put(part, started);
        }
    }

    private EmbeddedDatabases databases(PartFolder folder, int port) {
        var databases = EmbeddedDatabases.start(folder, port, plan.secretOf());
        EmbeddedDatabases.NAMES.forEach(databases::create);
        return databases;
    }
}
