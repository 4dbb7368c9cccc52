package dev.colloquy.local.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The public paths, read from the tables of {@code docs/api.md}: rows that are served and not internal. */
final class RouteTable {

    /** What is known of a method and a path. */
    sealed interface Match {}

    record Found(Route route) implements Match {}

    record WrongMethod(SortedSet<String> allowed) implements Match {}

    record Unknown() implements Match {}

    private final List<Route> routes;

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    static RouteTable ofApi() {
        try (var in = Objects.requireNonNull(RouteTable.class.getResourceAsStream("api.md"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteTable parse(String markdown) {
        var routes = new ArrayList<Route>();
        List<String> columns = List.of();
        for (String line : markdown.lines().toList()) {
            if (!line.startsWith("|")) {
                columns = List.of();
                continue;
            }
            var cells = cells(line);
            if (columns.isEmpty()) {
                columns = cells;
            } else if (columns.contains("method") && columns.contains("path")) {
                addServed(routes, columns, cells);
            }
        }
        return new RouteTable(routes);
    }

    List<Route> routes() {
        return routes;
    }

    Match match(String method, String path) {
        var segments = Route.split(path);
        var candidates = routes.stream()
                .filter(route -> route.matches(segments))
                .sorted(Comparator.comparing(Route::rank))
                .toList();
        if (candidates.isEmpty()) {
            return new Unknown();
        }
        var template = candidates.getFirst().template();
        var sameTemplate = candidates.stream()
                .filter(route -> route.template().equals(template))
                .toList();
        return sameTemplate.stream()
                .filter(route -> accepts(route, method))
                .findFirst()
                .<Match>map(Found::new)
                .orElseGet(() -> new WrongMethod(
                        sameTemplate.stream().map(Route::httpMethod).collect(Collectors.toCollection(TreeSet::new))));
    }

    /** A service answers HEAD where it answers GET, and the preflight of a browser on every path. */
    private static boolean accepts(Route route, String method) {
        return switch (method) {
            case "OPTIONS" -> true;
            case "HEAD" -> route.method().equals("GET");
            default -> route.httpMethod().equals(method);
        };
    }

    private static void addServed(List<Route> routes, List<String> columns, List<String> cells) {
        var method = cells.get(columns.indexOf("method"));
        var path = cells.get(columns.indexOf("path"));
        int state = columns.indexOf("state");
        var served = state < 0 || cells.get(state).equals("served");
        if (served && path.startsWith("/") && !path.startsWith("/internal/")) {
            routes.add(new Route(method, path, cells.get(columns.indexOf("service"))));
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
