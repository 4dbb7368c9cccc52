package dev.colloquy.local.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The public server: own pages by exact path or by prefix, everything else by the API's table. */
public final class Edge {

    private static final int CONNECTIONS_PER_SERVICE = 500;
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final String NO_TEMPLATE = "-";

    private final RouteTable table;
    private final Map<String, ServiceProxy> proxies;
    private final Map<String, Page> pages;
    private final AccessLog log;
    private final HttpServer server;

    Edge(Vertx vertx, RouteTable table, Map<String, URI> services, Map<String, Page> pages, AccessLog log) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE).setConnectTimeout(CONNECT_TIMEOUT_MS));
        this.table = table;
        this.proxies = services.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, service -> new ServiceProxy(client, service.getValue())));
        this.pages = Map.copyOf(pages);
        this.log = log;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(this::receive);
    }

    /**
     * An edge that routes by {@code docs/api.md}.
     *
     * @param services where each service of the table listens
     * @param pages own pages by exact path; a key that ends in {@code /*} stands for everything below it
     */
    public static Edge ofApi(Vertx vertx, Map<String, URI> services, Map<String, Page> pages, AccessLog log) {
        return new Edge(vertx, RouteTable.ofApi(), services, pages, log);
    }

    /** Starts on the loopback address; 0 for a free port. Gives the port. */
    public Future<Integer> listen(int port) {
        return server.listen(port, "127.0.0.1").map(HttpServer::actualPort);
    }

    public Future<Void> close() {
        return server.close();
    }

    private void receive(HttpServerRequest request) {
        var path = PlainPath.of(request.uri());
        if (path.isEmpty()) {
            logged(request, NO_TEMPLATE);
            Problem.UNCLEAR_PATH.answer(request.response());
            return;
        }
        var page = pageAt(path.get());
        if (page.isPresent()) {
            logged(request, page.get().getKey());
            page.get().getValue().answer(request);
            return;
        }
        switch (table.match(request.method().name(), path.get())) {
            case RouteTable.Found(Route route) -> pass(request, route);
            case RouteTable.WrongMethod(var allowed) -> {
                logged(request, NO_TEMPLATE);
                request.response().putHeader("Allow", String.join(", ", allowed));
                Problem.WRONG_METHOD.answer(request.response());
            }
            case RouteTable.Unknown() -> {
                logged(request, NO_TEMPLATE);
                Problem.UNKNOWN_PATH.answer(request.response());
            }
        }
    }

    private Optional<Map.Entry<String, Page>> pageAt(String path) {
        return pages.entrySet().stream()
                .filter(page -> covers(page.getKey(), path))
                .max(Comparator.comparing(page -> page.getKey().length()));
    }

    private static boolean covers(String key, String path) {
        return key.endsWith("/*") ? path.startsWith(key.substring(0, key.length() - 1)) : path.equals(key);
    }

    private void pass(HttpServerRequest request, Route route) {
        logged(request, route.template());
        var proxy = proxies.get(route.service());
        if (proxy == null) {
            Problem.SERVICE_UNREACHABLE.answer(request.response());
        } else if (!route.method().equals(Route.SOCKET)) {
            proxy.pass(request);
        } else if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            proxy.openSocket(request);
        } else {
            Problem.SOCKET_ONLY.answer(request.response());
        }
    }

    private void logged(HttpServerRequest request, String template) {
        long start = System.nanoTime();
        request.response()
                .endHandler(_ -> log.write(
                        request.method().name(),
                        template,
                        request.response().getStatusCode(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }
}
