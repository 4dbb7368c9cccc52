package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** X2: every endpoint, every caller, and the ways to write a path that have got past other people's rules. */
class AuthorisationIT {

    private static final StackAddress STACK = RunningStack.address();
    private static final Web WEB = new Web(STACK.edge());
    private static Map<String, String> bearers = Map.of();

    private static final Pattern TYPE = Pattern.compile("\"type\":\"/problems/([^\"]*)\"");
    private static final Set<String> OF_NO_ENDPOINT =
            Set.of("unauthorized", "forbidden", "unknown-path", "wrong-method", "bad-request");

    @BeforeAll
    static void signEverybodyIn() {
        bearers = Callers.bearers(STACK, WEB);
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    static Stream<ApiTable.Row> endpoints() {
        return ApiTable.read().rows().stream().filter(row -> !row.method().equals("WS"));
    }

    static Stream<ApiTable.Row> guardedEndpoints() {
        return endpoints().filter(row -> !row.needsNoBearer());
    }

    @ParameterizedTest
    @MethodSource("guardedEndpoints")
    @DisplayName("nobody without a valid bearer is let in, however the path is written")
    void refusesWhoIsUnknown(ApiTable.Row row) {
        for (var path : variants(row)) {
            refuse(row, path, null, Set.of(401));
            refuse(row, path, "not.a.token", Set.of(401));
        }
    }

    @ParameterizedTest
    @MethodSource("guardedEndpoints")
    @DisplayName("no caller is let in whom the table does not name, however the path is written")
    void refusesWhoMayNot(ApiTable.Row row) {
        bearers.forEach((caller, bearer) -> {
            if (!row.callers().contains(caller)) {
                variants(row).forEach(path -> refuse(row, path, bearer, Set.of(403)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("guardedEndpoints")
    void letsInWhomTheTableNames(ApiTable.Row row) {
        for (var caller : row.callers()) {
            int status = call(row, canonical(row), bearers.get(caller)).statusCode();
            assertFalse(Set.of(401, 403).contains(status), "%s as %s answered %d".formatted(row, caller, status));
            assertTrue(status < 500, "%s as %s answered %d".formatted(row, caller, status));
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    @DisplayName("the edge serves no internal path and no written trick")
    void keepsTricksOutAtTheEdge(ApiTable.Row row) {
        for (var path : variants(row)) {
            var atEdge = send(row.method(), STACK.edge() + path, bearers.get("service"));
            var passes = path.equals(canonical(row)) && !path.startsWith("/internal/");
            assertTrue(
                    passes || atEdge.statusCode() >= 400 && atEdge.statusCode() < 500,
                    "%s answered %d at the edge".formatted(path, atEdge.statusCode()));
            assertFalse(
                    path.startsWith("/internal/") && atEdge.statusCode() != 404 && atEdge.statusCode() != 400,
                    path + " is reachable from outside");
        }
    }

    private static void refuse(ApiTable.Row row, String path, @Nullable String bearer, Set<Integer> expected) {
        var answer = call(row, path, bearer);
        var where = "%s answered %d %s".formatted(path, answer.statusCode(), answer.body());
        if (path.equals(canonical(row))) {
            assertTrue(expected.contains(answer.statusCode()), where);
            return;
        }
        // Another way to write the path: refused, or no path at all; never an answer of the endpoint itself.
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, where);
        assertTrue(
                TYPE.matcher(answer.body()).results().allMatch(type -> OF_NO_ENDPOINT.contains(type.group(1))), where);
    }

    private static HttpResponse<String> call(ApiTable.Row row, String path, @Nullable String bearer) {
        return send(row.method(), STACK.get("URL_" + row.service().toUpperCase(Locale.ROOT)) + path, bearer);
    }

    private static HttpResponse<String> send(String method, String url, @Nullable String bearer) {
        var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, body);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return WEB.client().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(url, e);
        }
    }

    private static Stream<String> variantsOf(String path) {
        int last = path.lastIndexOf('/');
        var head = path.substring(0, last);
        var tail = path.substring(last + 1);
        return Stream.of(
                path,
                path + ";x",
                path + ";x=1",
                path + "%3B",
                path + "/",
                head + "//" + tail,
                head + "/./" + tail,
                head + "/%2e/" + tail,
                head + "%2F" + tail,
                head + "%5C" + tail,
                head + ";x/" + tail,
                "/" + path);
    }

    private static Set<String> variants(ApiTable.Row row) {
        return variantsOf(canonical(row)).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static String canonical(ApiTable.Row row) {
        return row.path()
                .replace("{token}", "0".repeat(32))
                .replace("{roomName}", "iv_" + new UUID(0, 7))
                .replaceAll("\\{\\w+}", new UUID(0, 7).toString());
    }
}
