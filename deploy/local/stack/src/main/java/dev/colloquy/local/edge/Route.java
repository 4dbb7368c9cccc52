package dev.colloquy.local.edge;

import java.util.List;

/** One row of the API: method ({@code WS} for a socket), path template such as {@code /api/reports/{id}}, service. */
record Route(String method, String template, String service) {

    static final String SOCKET = "WS";

    List<String> segments() {
        return split(template);
    }

    boolean matches(List<String> path) {
        var segments = segments();
        if (segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (isParameter(segment) ? path.get(i).isEmpty() : !segment.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Sorts literal segments before parameters, from left to right. */
    String rank() {
        return segments().stream()
                .map(segment -> isParameter(segment) ? "1" : "0")
                .reduce("", String::concat);
    }

    /** A socket starts as a GET. */
    String httpMethod() {
        return method.equals(SOCKET) ? "GET" : method;
    }

    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
