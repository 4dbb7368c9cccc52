package dev.colloquy.session.administration;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("X9, S1: tenants are set up over HTTP")
class TenantTest {

    private final String tenant = "t-" + UUID.randomUUID();

    @Test
    void aNewTenantNamesItsAdministratorAndWhatTheIssuerMustSayOfHim() {
        create(tenant)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/tenants/" + tenant))
                .body("tenant", equalTo(tenant))
                .body("timeZone", equalTo("UTC"))
                .body("administrator.email", equalTo("ada@example.org"))
                .body("administrator.claims.tenant", equalTo(tenant))
                .body("administrator.claims.groups", contains("recruiter", "reviewer", "operator"))
                .body("defaultPositionId", nullValue());
        get(tenant).statusCode(200).header("ETag", "\"0\"").body("name", equalTo("Example"));
        create(tenant).statusCode(409).body("type", equalTo("/problems/tenant-exists"));
    }

    @Test
    void administratorsSeeAllTenants() {
        Callers.user("admin")
                .get("/api/tenants?size=100")
                .then()
                .statusCode(200)
                .body("items.tenant", hasItems("acme", "globex"))
                .body("items.find { it.tenant == 'acme' }.name", equalTo("Acme"));
        Callers.user("admin")
                .get("/api/tenants?size=1")
                .then()
                .body("items.size()", equalTo(1))
                .body("size", equalTo(1));
        Callers.user("admin").get("/api/tenants?size=0").then().statusCode(400);
        Callers.user("admin").get("/api/tenants?page=-1").then().statusCode(400);
    }

    @Test
    void aTenantIsChangedByWhoHasSeenItsCurrentState() {
        create(tenant).statusCode(201);
        change(tenant, "\"0\"", settings())
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Example II"))
                .body("timeZone", equalTo("Europe/Vienna"))
                .body("branding.primaryColour", equalTo("#1a2b3c"));
        change(tenant, "\"0\"", settings()).statusCode(412).body("type", equalTo("/problems/changed-meanwhile"));
        Callers.user("admin")
                .body(settings())
                .put("/api/tenants/" + tenant)
                .then()
                .statusCode(428);
        get(tenant).body("version", equalTo(1));
    }

    @Test
    @DisplayName("X9: anybody sees a tenant's branding, and nothing else of it")
    void anybodySeesTheBranding() {
        create(tenant).statusCode(201);
        change(tenant, "\"0\"", settings()).statusCode(200);
        var seen = Callers.nobody()
                .get("/api/tenants/" + tenant + "/branding")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=300"))
                .body("name", equalTo("Example II"))
                .body("logoUrl", equalTo("https://example.org/logo.svg"))
                .body("imprintUrl", equalTo("https://example.org/imprint"))
                .extract()
                .<Map<String, Object>>path("$");
        assertEquals(
                Set.of("name", "logoUrl", "primaryColour", "accentColour", "imprintUrl", "privacyUrl"), seen.keySet());
        Callers.nobody().get("/api/tenants/nobody-at-all/branding").then().statusCode(404);
    }

    @Test
    @DisplayName("S1: the tenant's provider is told for positions that name none")
    void theDefaultProviderIsTheOneOfPositionsWithoutTheirOwn() {
        var position = positionOfGlobex();
        String seen = get("globex").extract().header("ETag");
        var wish = settings();
        wish.put("defaultProvider", "openai");
        change("globex", seen, wish).statusCode(200).body("defaultProvider", equalTo("openai"));
        eventually(() -> assertEquals("openai", told(position).path("provider").asText("")));
        wish.remove("defaultProvider");
        change("globex", get("globex").extract().header("ETag"), wish).statusCode(200);
        eventually(() -> assertEquals("", told(position).path("provider").asText("")));
    }

    @Test
    @DisplayName("S1: an administrator chooses the default position")
    void theDefaultPositionIsChosen() {
        var position = positionOfGlobex();
        var wish = settings();
        wish.put("defaultPositionId", position);
        change("globex", get("globex").extract().header("ETag"), wish)
                .statusCode(200)
                .body("defaultPositionId", equalTo(position));
        Callers.user("recruiter@globex")
                .get("/api/positions/" + position)
                .then()
                .body("tenantDefault", equalTo(true));
        eventually(
                () -> assertEquals("true", told(position).path("tenantDefault").asText()));
        wish.put("defaultPositionId", UUID.randomUUID());
        change("globex", get("globex").extract().header("ETag"), wish)
                .statusCode(400)
                .body("violations[0].field", equalTo("defaultPositionId"));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        create("Not A Name").statusCode(400).body("violations.field", contains("tenant"));
        Callers.user("admin")
                .body(Map.of("tenant", tenant, "name", " ", "administratorEmail", "nobody"))
                .post("/api/tenants")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "administratorEmail"));
        var wish = settings();
        wish.put("timeZone", "Vienna");
        wish.put(
                "branding",
                Map.of(
                        "logoUrl", "http://example.org/logo.svg",
                        "primaryColour", "red",
                        "accentColour", "#12345",
                        "imprintUrl", "javascript:alert(1)",
                        "privacyUrl", "https://user:secret@example.org/"));
        change("acme", "\"0\"", wish)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "timeZone",
                                "branding.logoUrl",
                                "branding.primaryColour",
                                "branding.accentColour",
                                "branding.imprintUrl",
                                "branding.privacyUrl"));
        change("nobody-at-all", "\"0\"", settings())
                .statusCode(404)
                .body("type", equalTo("/problems/tenant-not-found"));
        get("nobody-at-all").statusCode(404);
        get("Not%20A%20Name").statusCode(404);
    }

    private static ValidatableResponse create(String tenant) {
        return Callers.user("admin")
                .body(Map.of("tenant", tenant, "name", "Example", "administratorEmail", "ada@example.org"))
                .post("/api/tenants")
                .then();
    }

    private static ValidatableResponse get(String tenant) {
        return Callers.user("admin")
                .urlEncodingEnabled(false)
                .get("/api/tenants/" + tenant)
                .then();
    }

    private static ValidatableResponse change(String tenant, String seen, Map<String, Object> wish) {
        return Callers.user("admin")
                .header("If-Match", seen)
                .body(wish)
                .put("/api/tenants/" + tenant)
                .then();
    }

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "name",
                "Example II",
                "timeZone",
                "Europe/Vienna",
                "administratorEmail",
                "grace@example.org",
                "branding",
                Map.of(
                        "logoUrl", "https://example.org/logo.svg",
                        "primaryColour", "#1a2b3c",
                        "imprintUrl", "https://example.org/imprint")));
    }

    private static String positionOfGlobex() {
        return Callers.user("recruiter@globex")
                .body(Map.of(
                        "title",
                        "Told " + UUID.randomUUID(),
                        "company",
                        "Globex",
                        "competencies",
                        List.of(Map.of("name", "Calm", "description", "Keeps it", "weight", 10)),
                        "persona",
                        Map.of("name", "Jo", "voice", "verse", "style", "Brief"),
                        "language",
                        "en",
                        "timeLimitSeconds",
                        900))
                .post("/api/positions")
                .path("id");
    }

    /** What was told of a position last. */
    private static JsonNode told(String position) {
        return KafkaPeer.records(Topics.POSITION_UPDATED).stream()
                .map(message -> KafkaPeer.json(message.value()))
                .filter(event -> event.path("positionId").asText().equals(position))
                .toList()
                .getLast();
    }
}
