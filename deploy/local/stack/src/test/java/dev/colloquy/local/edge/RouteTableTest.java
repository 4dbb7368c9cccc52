package dev.colloquy.local.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.edge.RouteTable.Found;
import dev.colloquy.local.edge.RouteTable.Unknown;
import dev.colloquy.local.edge.RouteTable.WrongMethod;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private static final RouteTable TABLE = RouteTable.parse("""
            # API
            | word | meaning |
            |---|---|
            | GET | /not/a/route |

            | method | path | service | caller | state | in → out |
            |---|---|---|---|---|---|
            | GET | /api/interviews/by-session/{sessionId} | session | candidate | served | → `{a\\|b}` |
            | GET | /api/interviews/{id}/results | session | candidate | served | → results |
            | GET | /api/positions | session | recruiter | served | → list |
            | POST | /api/positions | session | recruiter | served | position |
            | POST | /api/invitations | booking | recruiter | planned | later |
            | PUT | /internal/interviews/{id}/admission | session | service | served | not public |
            | WS | /realtime/socket | gateway | ticket | served | messages |
            """);

    @ParameterizedTest
    @CsvSource({
        "GET, /api/interviews/42/results, /api/interviews/{id}/results, session",
        "GET, /api/interviews/by-session/s-1, /api/interviews/by-session/{sessionId}, session",
        "GET, /api/interviews/by-session/results, /api/interviews/by-session/{sessionId}, session",
        "POST, /api/positions, /api/positions, session",
        "HEAD, /api/positions, /api/positions, session",
        "OPTIONS, /api/positions, /api/positions, session",
        "GET, /realtime/socket, /realtime/socket, gateway"
    })
    void findsTheMostLiteralTemplate(String method, String path, String template, String service) {
        var found = assertInstanceOf(Found.class, TABLE.match(method, path));
        assertEquals(template, found.route().template());
        assertEquals(service, found.route().service());
    }

    @ParameterizedTest
    @CsvSource({
        "/not/a/route",
        "/api/invitations",
        "/internal/interviews/42/admission",
        "/api/positions/",
        "/api/interviews//results",
        "/api",
        "/"
    })
    void knowsNothingElse(String path) {
        assertInstanceOf(Unknown.class, TABLE.match("GET", path));
        assertInstanceOf(Unknown.class, TABLE.match("PUT", path));
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        var wrong = assertInstanceOf(WrongMethod.class, TABLE.match("DELETE", "/api/positions"));
        assertEquals(Set.of("GET", "POST"), wrong.allowed());
    }

    @Test
    void readsTheApiOfThisProject() {
        var routes = RouteTable.ofApi().routes();
        assertTrue(routes.size() > 15, () -> "Only " + routes);
        var services = List.of("booking", "session", "webhook", "gateway", "report");
        assertTrue(routes.stream().allMatch(route -> services.contains(route.service())));
        assertFalse(routes.stream().anyMatch(route -> route.template().startsWith("/internal")));
        assertInstanceOf(Found.class, RouteTable.ofApi().match("POST", "/api/schedule-interview"));
    }
}
