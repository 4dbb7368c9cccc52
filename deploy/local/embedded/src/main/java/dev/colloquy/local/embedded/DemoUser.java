package dev.colloquy.local.embedded;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in on a local stack, with a password that is no secret. */
public record DemoUser(String name, String role, @Nullable String tenant) {

    public static final String PASSWORD = "colloquy";

    public static final List<DemoUser> ALL = List.of(
            of("candidate", "acme"),
            of("recruiter", "acme"),
            of("reviewer", "acme"),
            of("operator", "acme"),
            of("recruiter", "globex"),
            of("operator", "globex"),
            new DemoUser("admin", "admin", null));

    public static Optional<DemoUser> named(String name) {
        return ALL.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** The same on every machine, so that data survive a new signing key. */
    public String subject() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static DemoUser of(String role, String tenant) {
        return new DemoUser(role + "@" + tenant, role, tenant);
    }
}
