package dev.colloquy.simulators.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The process's environment variables, read by name and type; a wrong one is named when the process refuses to start. */
public final class Environment {

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    public Optional<URI> url(String name) {
        return text(name).map(URI::create);
    }

    public int wholeNumber(String name, int fallback) {
        return (int) number(name, fallback);
    }

    public double number(String name, double fallback) {
        try {
            return text(name).map(Double::parseDouble).orElse(fallback);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is not a number", notANumber);
        }
    }

    public Duration milliseconds(String name, int fallback) {
        return Duration.ofMillis(wholeNumber(name, fallback));
    }
}
