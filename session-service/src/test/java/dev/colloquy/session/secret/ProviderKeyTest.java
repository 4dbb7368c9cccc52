package dev.colloquy.session.secret;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Peers;
import dev.colloquy.session.testing.SessionTest;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("X9: provider keys of tenants")
class ProviderKeyTest {

    private final String tenant = "k-" + UUID.randomUUID();

    @BeforeEach
    void setUp() {
        Callers.user("admin")
                .body(Map.of("tenant", tenant, "name", "Keys", "administratorEmail", "ada@example.org"))
                .post("/api/tenants")
                .then()
                .statusCode(201);
    }

    @Test
    void aKeyIsGivenToServicesAndShownToNobody() throws SQLException {
        put("openai", Map.of("key", "sk-very-secret")).statusCode(204);
        put("livekit", Map.of("key", "API123456", "secret", "also-very-secret")).statusCode(204);
        list().body("items.provider", containsInAnyOrder("openai", "livekit"))
                .body("items[0].fingerprint", matchesPattern("sha256:[0-9a-f]{16}"))
                .body(not(containsString("secret")));
        read("openai")
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("key", equalTo("sk-very-secret"))
                .body("secret", nullValue());
        read("livekit").body("key", equalTo("API123456")).body("secret", equalTo("also-very-secret"));
        assertFalse(stored().contains("very-secret"));
    }

    @Test
    void aKeyIsReplacedAndRemoved() {
        put("openai", Map.of("key", "sk-the-first")).statusCode(204);
        String first = list().extract().path("items[0].fingerprint");
        put("openai", Map.of("key", "sk-the-second")).statusCode(204);
        list().body("items.size()", equalTo(1)).body("items[0].fingerprint", not(equalTo(first)));
        read("openai").body("key", equalTo("sk-the-second"));

        remove("openai").statusCode(204);
        remove("openai").statusCode(404).body("type", equalTo("/problems/provider-key-not-found"));
        read("openai").statusCode(404);
        list().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("X9: a rotation seals anew, and what the previous key sealed can be read meanwhile")
    void rotates() throws Throwable {
        var old = SealTest.seal(Peers.PREVIOUS_KEY, null)
                .seal(
                        new TenantId(tenant),
                        Provider.OPENAI,
                        "{\"key\": \"sk-sealed-before\"}".getBytes(StandardCharsets.UTF_8));
        keep(old);
        read("openai").statusCode(200).body("key", equalTo("sk-sealed-before"));

        Arc.container().select(Renewal.class).get().onStart(new StartupEvent());

        var current = SealTest.seal(Peers.CURRENT_KEY, null)
                .seal(new TenantId(tenant), Provider.OPENAI, new byte[0])
                .keyId();
        assertEquals(current, text("select key_id from provider_key where tenant = ?"));
        read("openai").body("key", equalTo("sk-sealed-before"));
    }

    @Test
    void refusesWhatItCannotUse() {
        put("openai", Map.of("key", "short")).statusCode(400).body("violations[0].field", equalTo("key"));
        put("openai", Map.of("key", "with a blank in it")).statusCode(400).body(not(containsString("blank in")));
        put("openai", Map.of()).statusCode(400);
        put("pigeon", Map.of("key", "sk-very-secret")).statusCode(404);
        read("pigeon").statusCode(404);
        read("elevenlabs").statusCode(404);
        Callers.user("admin")
                .body(Map.of("key", "sk-very-secret"))
                .put("/api/tenants/nobody-at-all/provider-keys/openai")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/tenant-not-found"));
        Callers.user("admin")
                .get("/api/tenants/nobody-at-all/provider-keys")
                .then()
                .statusCode(404);
        assertFalse(new ProviderKeyRequest("sk-very-secret", null).toString().contains("secret"));
        assertFalse(new Credential("sk-very-secret", null).toString().contains("secret"));
    }

    private ValidatableResponse put(String provider, Map<String, String> key) {
        return Callers.user("admin").body(key).put(path(provider)).then();
    }

    private ValidatableResponse remove(String provider) {
        return Callers.user("admin").delete(path(provider)).then();
    }

    private ValidatableResponse list() {
        return Callers.user("admin")
                .get("/api/tenants/" + tenant + "/provider-keys")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse read(String provider) {
        return Callers.service()
                .get("/internal/tenants/" + tenant + "/provider-keys/" + provider)
                .then();
    }

    private String path(String provider) {
        return "/api/tenants/" + tenant + "/provider-keys/" + provider;
    }

    private String stored() throws SQLException {
        return text(
                "select string_agg(encode(sealed, 'escape') || fingerprint, ' ') from provider_key where tenant = ?");
    }

    private void keep(Sealed sealed) throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var bind = database.prepareStatement("select set_config('app.tenant', ?, false)");
                var insert = database.prepareStatement("""
                        insert into provider_key (id, tenant, provider, key_id, sealed, fingerprint, updated_at)
                        values (gen_random_uuid(), ?, 'OPENAI', ?, ?, 'sha256:0', now())""")) {
            bind.setString(1, tenant);
            bind.execute();
            insert.setString(1, tenant);
            insert.setString(2, sealed.keyId());
            insert.setBytes(3, sealed.bytes());
            insert.execute();
        }
    }

    private String text(String sql) throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var bind = database.prepareStatement("select set_config('app.tenant', ?, false)");
                var query = database.prepareStatement(sql)) {
            bind.setString(1, tenant);
            bind.execute();
            query.setString(1, tenant);
            try (var rows = query.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }
}
