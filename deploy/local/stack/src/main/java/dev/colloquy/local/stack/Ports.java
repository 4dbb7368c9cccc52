package dev.colloquy.local.stack;

import dev.colloquy.local.embedded.EmbeddedParts.Part;
import dev.colloquy.local.embedded.FreePort;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Who listens where; all on the loopback address. */
record Ports(Map<String, Integer> byName) {

    static final String EDGE = "edge";
    static final String IDENTITY = "identity";
    static final String SIMULATORS = "simulators";
    static final String DATABASES = "databases";
    static final String KAFKA = "kafka";
    static final String S3 = "s3";
    static final String MAIL = "mail";

    static Ports fixed() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(EDGE, 8080);
        ports.put(ServiceName.BOOKING.module(), 8101);
        ports.put(ServiceName.SESSION.module(), 8102);
        ports.put(ServiceName.WEBHOOK.module(), 8103);
        ports.put(ServiceName.GATEWAY.module(), 8104);
        ports.put(ServiceName.REPORT.module(), 8105);
        ports.put(IDENTITY, 8180);
        ports.put(SIMULATORS, 8190);
        ports.put(DATABASES, 15432);
        ports.put(KAFKA, 19092);
        ports.put(S3, 18333);
        ports.put(MAIL, 12525);
        return new Ports(ports);
    }

    static Ports random() {
        var ports = new LinkedHashMap<>(fixed().byName());
        ports.replaceAll((_, _) -> FreePort.next());
        return new Ports(ports);
    }

    int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("Nothing named " + name + " has a port");
        }
        return port;
    }

    int of(Part part) {
        return of(part.name().toLowerCase(Locale.ROOT));
    }

    int of(ServiceName service) {
        return of(service.module());
    }

    String url(String name) {
        return "http://127.0.0.1:" + of(name);
    }

    String url(ServiceName service) {
        return url(service.module());
    }
}
