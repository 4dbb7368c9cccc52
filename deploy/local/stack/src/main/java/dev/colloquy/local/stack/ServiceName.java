package dev.colloquy.local.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five services: module, name in the API's table, and variable under which the others know its address. */
public enum ServiceName {
    BOOKING("booking-service", "BOOKING_URL"),
    SESSION("session-service", "SESSION_URL"),
    WEBHOOK("webhook-service", "WEBHOOK_URL"),
    GATEWAY("realtime-gateway", "REALTIME_URL"),
    REPORT("report-service", "REPORT_URL");

    private final String module;
    private final String addressVariable;

    ServiceName(String module, String addressVariable) {
        this.module = module;
        this.addressVariable = addressVariable;
    }

    public String module() {
        return module;
    }

    String addressVariable() {
        return addressVariable;
    }

    public String inApi() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ServiceName> find(String name) {
        return Arrays.stream(values())
                .filter(service ->
                        service.module.equals(name) || service.inApi().equals(name))
                .findFirst();
    }
}
