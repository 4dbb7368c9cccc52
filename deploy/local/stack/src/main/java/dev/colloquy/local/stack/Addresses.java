package dev.colloquy.local.stack;

import dev.colloquy.local.embedded.DemoUser;
import dev.colloquy.local.embedded.EmbeddedDatabases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where everything is: for programs ({@code stack.env}), for people (the table in the terminal, the landing page). */
record Addresses(Environments environments, Ports ports, Secrets secrets, StackOptions options) {

    private static final List<String> PROVIDERS = List.of(
            "LIVEKIT_URL",
            "LIVEKIT_API_KEY",
            "LIVEKIT_API_SECRET",
            "ELEVENLABS_URL",
            "ELEVENLABS_API_KEY",
            "ELEVENLABS_WEBHOOK_SECRET",
            "OPENAI_BASE_URL",
            "OPENAI_API_KEY",
            "S3_ENDPOINT",
            "S3_BUCKET",
            "S3_ACCESS_KEY",
            "S3_SECRET_KEY",
            "KAFKA_BOOTSTRAP_SERVERS",
            "OIDC_ISSUER");

    /** Whose client credentials a developer needs to play agent or service. */
    private static final List<String> CLIENTS = List.of("interviewer-agent", "session-service");

    /** The {@code KEY=value} lines of stack.env. Database addresses are those of the owners. */
    String file(Map<String, Long> pids) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("COLLOQUY_URL", environments.publicUrl());
        lines.put("MAILBOX_URL", environments.publicUrl() + "/mailbox/api/messages");
        lines.put("SIMULATORS_URL", ports.url(Ports.SIMULATORS));
        var known = environments.ofSimulators();
        PROVIDERS.forEach(name -> lines.put(name, known.getOrDefault(name, "")));
        lines.put("POSTGRES_URL", "postgresql://127.0.0.1:" + ports.of(Ports.DATABASES));
        EmbeddedDatabases.NAMES.forEach(database -> lines.put("DATABASE_URL_" + upper(database), ownerUrl(database)));
        for (ServiceName service : ServiceName.values()) {
            lines.put("URL_" + service.name(), ports.url(service));
        }
        CLIENTS.forEach(client -> lines.put("CLIENT_SECRET_" + upper(client), secrets.get(client)));
        lines.put("PID_STACK", String.valueOf(ProcessHandle.current().pid()));
        for (ServiceName service : ServiceName.values()) {
            lines.put("PID_" + service.name(), String.valueOf(pids.getOrDefault(service.module(), 0L)));
        }
        lines.put("PID_SIMULATORS", String.valueOf(pids.getOrDefault(Ports.SIMULATORS, 0L)));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    Map<String, String> forPeople() {
        var table = new LinkedHashMap<String, String>();
        table.put("Colloquy", environments.publicUrl());
        table.put("Mailbox", environments.publicUrl() + "/mailbox");
        table.put(
                "Sign-in",
                environments.ofSimulators().getOrDefault("OIDC_ISSUER", "") + "/.well-known/openid-configuration");
        table.put("Simulators' page", ports.url(Ports.SIMULATORS));
        for (ServiceName service : options.services()) {
            table.put(service.module(), ports.url(service) + "/q/openapi");
        }
        return table;
    }

    String table() {
        var rows = forPeople().entrySet().stream()
                .map(row -> "  %-18s %s".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n"));
        return """

                Colloquy is ready.

                %s

                Demo users (password "%s"): %s
                Logs: %s. Next: ./colloquy demo plays two interviews.
                ./colloquy down stops everything; so does Ctrl-C, unless it runs in the background.
                """.formatted(rows, DemoUser.PASSWORD, users(), options.logs());
    }

    private static String users() {
        return DemoUser.ALL.stream().map(DemoUser::name).collect(Collectors.joining(", "));
    }

    private String ownerUrl(String database) {
        var owner = database + "_owner";
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(owner, secrets.get(owner), ports.of(Ports.DATABASES), database);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
