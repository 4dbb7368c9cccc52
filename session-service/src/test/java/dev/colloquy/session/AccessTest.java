package dev.colloquy.session;

import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SessionTest
@DisplayName("X2: who may call what")
class AccessTest {

    private static final String SAVE = "{\"client_session_id\": \"%s\", \"ended_by\": \"user\"}";
    private static final String END = "{\"sessionId\": \"%s\"}";
    private static final String NOTE = "{\"note\": \"Not what I said\"}";
    private static final String SIGNALS = "{\"signals\": [{\"kind\": \"offer\", \"content\": \"v=0\"}]}";
    private static final String ENTRIES = "{\"entries\": []}";

    /** An endpoint of one interview, and the callers of docs/api.md; {@code %s} is the interview. */
    private record Endpoint(String method, String path, String body, Set<String> callers) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Endpoint endpoint(String method, String path, String body, String callers) {
        return new Endpoint(method, path, body, Set.of(callers.split(" ")));
    }

    private static List<Endpoint> ofOneInterview() {
        return List.of(
                endpoint("POST", "/api/save-interview", SAVE, "interviewee candidate"),
                endpoint("GET", "/api/interviews/by-session/%s", "", "interviewee candidate recruiter reviewer"),
                endpoint("GET", "/api/interviews/%s/results", "", "interviewee candidate recruiter reviewer"),
                endpoint("GET", "/api/interviews/%s/why", "", "recruiter reviewer operator"),
                endpoint("GET", "/api/interviews/%s/agent-context", "", "agent service"),
                endpoint("POST", "/api/interviews/%s/transcript", ENTRIES, "interviewee agent service"),
                endpoint("GET", "/api/interviews/%s/transcript", "", "interviewee candidate recruiter reviewer"),
                endpoint("GET", "/api/interviews/%s/events", "", "interviewee candidate recruiter reviewer"),
                endpoint("POST", "/api/interviews/%s/dispute", NOTE, "interviewee"),
                endpoint("GET", "/api/interviews/%s/disputes", "", "interviewee recruiter reviewer"),
                endpoint("POST", "/api/session/end-session", END, "interviewee operator service agent"),
                endpoint("POST", "/api/interviews/by-room/iv_%s/end", "", "interviewee operator service agent"),
                endpoint("PUT", "/internal/interviews/%s/admission", "{}", "service"),
                endpoint("GET", "/api/interviews/%s/signalling", "", "operator"),
                endpoint("POST", "/internal/interviews/%s/signalling", SIGNALS, "service"),
                endpoint("GET", "/internal/interviews/%s/dossier", "", "service"));
    }

    private static Stream<Endpoint> all() {
        return Stream.concat(
                ofOneInterview().stream(),
                Stream.of(
                        endpoint("GET", "/api/interviews", "", "recruiter reviewer operator"),
                        endpoint("GET", "/api/positions", "", "recruiter reviewer operator"),
                        endpoint("POST", "/api/positions", "{}", "recruiter"),
                        endpoint("GET", "/api/positions/%s", "", "recruiter reviewer operator"),
                        endpoint("PUT", "/api/positions/%s", "{}", "recruiter"),
                        endpoint("DELETE", "/api/positions/%s", "", "recruiter"),
                        endpoint("GET", "/api/parked-conversations", "", "operator"),
                        endpoint("POST", "/api/parked-conversations/%s/resolve", "{}", "operator"),
                        endpoint("GET", "/api/tenants", "", "admin"),
                        endpoint("POST", "/api/tenants", "{}", "admin"),
                        endpoint("GET", "/api/tenants/%s", "", "admin"),
                        endpoint("PUT", "/api/tenants/%s", "{}", "admin"),
                        endpoint("GET", "/api/tenants/%s/provider-keys", "", "admin"),
                        endpoint("PUT", "/api/tenants/%s/provider-keys/openai", "{}", "admin"),
                        endpoint("DELETE", "/api/tenants/%s/provider-keys/openai", "", "admin"),
                        endpoint("GET", "/internal/tenants/%s/provider-keys/openai", "", "service")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void asksForABearer(Endpoint endpoint) {
        call(endpoint, Callers.nobody(), Interviews.newId().toString(), 401);
        call(endpoint, Callers.nobody().auth().oauth2("no.such.bearer"), "x", 401);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesOtherCallers(Endpoint endpoint) {
        var id = Interviews.newId();
        for (var role : List.of("candidate", "recruiter", "reviewer", "operator")) {
            if (!endpoint.callers.contains(role)) {
                call(endpoint, Callers.user(role + "@acme"), id.toString(), 403);
            }
        }
        if (!endpoint.callers.contains("admin")) {
            call(endpoint, Callers.user("admin"), id.toString(), 403);
        }
        if (!endpoint.callers.contains("agent")) {
            call(endpoint, Callers.agent(), id.toString(), 403);
        }
        if (!endpoint.callers.contains("service")) {
            call(endpoint, Callers.service(), id.toString(), 403);
        }
        if (!endpoint.callers.contains("interviewee")) {
            call(endpoint, Callers.interviewee(id), id.toString(), 403);
        }
    }

    @ParameterizedTest
    @MethodSource("ofOneInterview")
    @DisplayName("X1: another tenant's, another candidate's and an unknown interview do not exist")
    void hidesWhatIsNotTheCallers(Endpoint endpoint) {
        var globex = Interviews.admitted(Interviews.admission("globex"));
        var acme = Interviews.admitted();
        for (var user : List.of("recruiter", "reviewer", "operator", "candidate")) {
            if (endpoint.callers.contains(user) && !isPractice(endpoint, user)) {
                call(endpoint, Callers.user(user + "@acme"), globex.toString(), 404);
            }
        }
        if (endpoint.callers.contains("candidate") && !isPractice(endpoint, "candidate")) {
            call(endpoint, Callers.user("candidate@acme"), acme.toString(), 404);
        }
        if (endpoint.callers.contains("interviewee")) {
            call(endpoint, Callers.interviewee(Interviews.newId()), acme.toString(), 404);
            call(endpoint, Callers.interviewee(globex), globex.toString(), 404);
        }
        if (endpoint.callers.contains("service") && !endpoint.path.endsWith("admission")) {
            call(endpoint, Callers.service(), UUID.randomUUID().toString(), 404);
            call(endpoint, Callers.service(), "no-id", 404);
        }
    }

    @Test
    void tellsTheAgentOnlyOfLiveInterviews() {
        var live = Interviews.admitted();
        Callers.agent()
                .get("/api/interviews/" + live + "/agent-context")
                .then()
                .statusCode(200)
                .body("interviewId", equalTo(live.toString()))
                .body("tenant", equalTo("acme"))
                .body("resumeText", equalTo("Ten years of payment systems"))
                .body("position.title", equalTo("Backend Engineer, Payments"))
                .body("persona.name", equalTo("Maya"))
                .body("provider", equalTo("livekit"))
                .body("timeLimitSeconds", equalTo(1800))
                .body("endsAt", notNullValue())
                .body("remainingSeconds", both(greaterThan(1700)).and(lessThanOrEqualTo(1800)));
        Interviews.end(live);
        Callers.agent()
                .get("/api/interviews/" + live + "/agent-context")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/interview-not-live"));
    }

    @Test
    void listsTheTenantsOwnInterviews() {
        InterviewId globex = Interviews.admitted(Interviews.admission("globex"));
        Callers.user("recruiter@globex")
                .get("/api/interviews?size=1")
                .then()
                .statusCode(200)
                .body("items[0].interviewId", equalTo(globex.toString()))
                .body("size", equalTo(1));
        Callers.user("recruiter@acme")
                .get("/api/interviews?size=100")
                .then()
                .body("items.findAll { it.interviewId == '%s' }.size()".formatted(globex), equalTo(0));
        Callers.user("recruiter@acme").get("/api/interviews?size=101").then().statusCode(400);
        Callers.user("recruiter@acme").get("/api/interviews?page=-1").then().statusCode(400);
    }

    /** A practice session's id is the client's own: saving an unknown one makes it. */
    private static boolean isPractice(Endpoint endpoint, String caller) {
        return caller.equals("candidate") && endpoint.path.equals("/api/save-interview");
    }

    private static void call(Endpoint endpoint, RequestSpecification caller, String id, int status) {
        if (!endpoint.body.isEmpty()) {
            caller.body(endpoint.body.replace("%s", id));
        }
        caller.request(endpoint.method, endpoint.path.replace("%s", id)).then().statusCode(status);
    }
}
