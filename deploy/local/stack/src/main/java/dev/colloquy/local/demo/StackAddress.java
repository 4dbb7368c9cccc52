package dev.colloquy.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a running stack is reached, read from the {@code KEY=value} lines it wrote when it became ready. */
public record StackAddress(Map<String, String> environment) {

    public static StackAddress read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return new StackAddress(lines.filter(line -> line.contains("="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        }
    }

    /** The public address, as browsers use it. */
    public String edge() {
        return get("COLLOQUY_URL");
    }

    String simulators() {
        return get("SIMULATORS_URL");
    }

    String mailbox() {
        return get("MAILBOX_URL");
    }

    String issuer() {
        return get("OIDC_ISSUER");
    }

    public String get(String key) {
        var value = environment.get(key);
        if (value == null) {
            throw new IllegalStateException("The running stack does not tell its " + key);
        }
        return value;
    }
}
