package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X5: the table of the API and the OpenAPI documents of the services say the same. */
class ApiDocumentIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @ParameterizedTest
    @ValueSource(strings = {"booking", "session", "webhook", "gateway", "report"})
    @DisplayName("a service serves what docs/api.md says, and nothing else")
    void servesWhatTheTableSays(String service) {
        var inTable = ApiTable.read().rows().stream()
                .filter(row -> row.service().equals(service) && !row.method().equals("WS"))
                .map(ApiTable.Row::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(inTable, served(service));
    }

    private static TreeSet<String> served(String service) {
        try (var web = new Web(RunningStack.address().edge())) {
            var url = RunningStack.address().get("URL_" + service.toUpperCase(Locale.ROOT));
            var paths = web.get(url + "/q/openapi?format=json", null).getJsonObject("paths", new JsonObject());
            return paths.stream()
                    .flatMap(path -> ((JsonObject) path.getValue())
                            .fieldNames().stream()
                                    .filter(METHODS::contains)
                                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
