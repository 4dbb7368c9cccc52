package dev.colloquy.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedIdentityTest {

    private static final String CALLBACK = "http://localhost:3000/callback?from=login";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AdjustableClock clock = new AdjustableClock();
    private EmbeddedIdentity identity;

    @BeforeEach
    void start() {
        identity = EmbeddedIdentity.start(PartFolder.at(folder), 0, client -> "secret-of-" + client, clock);
    }

    @AfterEach
    void stop() {
        identity.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource({"recruiter@acme,acme,recruiter", "candidate@acme,acme,candidate", "operator@globex,globex,operator"})
    void namesTheTenantAndTheRoleOfAUser(String user, String tenant, String role) throws Exception {
        var claims = verified(token(password(user, "colloquy"), 200));
        assertEquals(user, claims.getClaimValueAsString("preferred_username"));
        assertEquals(tenant, claims.getClaimValueAsString("tenant"));
        assertEquals(List.of(role), claims.getStringListClaimValue("groups"));
        assertEquals(
                15 * 60,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void givesTheAdministratorNoTenant() throws Exception {
        var claims = verified(token(password("admin", "colloquy"), 200));
        assertFalse(claims.hasClaim("tenant"));
        assertEquals(List.of("admin"), claims.getStringListClaimValue("groups"));
    }

    @ParameterizedTest
    @CsvSource({"recruiter@acme,wrong", "nobody@acme,colloquy", "recruiter@globex,''"})
    void refusesUnknownUsersAndWrongPasswords(String user, String password) throws Exception {
        var error = token(password(user, password), 400).get("error");
        assertTrue(List.of("invalid_grant", "invalid_request").contains(error));
    }

    @Test
    void givesServicesAndTheAgentTheirGroup() throws Exception {
        var service = verified(token(clientCredentials("session-service", "secret-of-session-service"), 200));
        assertEquals(List.of("service"), service.getStringListClaimValue("groups"));
        assertEquals(
                10 * 60,
                service.getExpirationTime().getValue() - service.getIssuedAt().getValue());
        var agent = send(tokenRequest(Map.of("grant_type", "client_credentials"))
                .header("Authorization", basic("interviewer-agent", "secret-of-interviewer-agent"))
                .build());
        assertEquals(
                List.of("agent"), verified(JsonUtil.parseJson(agent.body())).getStringListClaimValue("groups"));
    }

    @Test
    void refusesClientsThatCannotProveWhoTheyAre() throws Exception {
        assertEquals(
                "invalid_client",
                token(clientCredentials("session-service", "wrong"), 401).get("error"));
        assertEquals(
                "invalid_client",
                token(clientCredentials("stranger", "any"), 401).get("error"));
        var basic = send(tokenRequest(Map.of("grant_type", "client_credentials"))
                .header("Authorization", basic("session-service", "wrong"))
                .build());
        assertEquals(401, basic.statusCode());
        assertTrue(basic.headers().firstValue("WWW-Authenticate").isPresent());
    }

    @Test
    void refusesGrantsThatAreUnknownOrNotTheClients() throws Exception {
        var unknown = Map.of("grant_type", "magic", "client_id", "colloquy-cli");
        assertEquals("unsupported_grant_type", token(unknown, 400).get("error"));
        var web = new LinkedHashMap<>(password("recruiter@acme", "colloquy"));
        web.put("client_id", "colloquy-web");
        assertEquals("unauthorized_client", token(web, 400).get("error"));
        assertEquals(
                "invalid_request",
                token(Map.of("client_id", "colloquy-cli"), 400).get("error"));
    }

    @Test
    void signsABrowserInWithACodeThatWorksOnce() throws Exception {
        var page = send(get("/authorize?" + Form.encode(authorization())));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<label for=\"username\">"));

        var code = codeFor(Map.of("username", "recruiter@acme", "password", "colloquy"));
        var answer = token(exchange(code, VERIFIER), 200);
        assertEquals("recruiter@acme", verified(answer).getClaimValueAsString("preferred_username"));
        var idToken = claimsOf((String) answer.get("id_token"), "colloquy-web");
        assertEquals("n-1", idToken.getClaimValueAsString("nonce"));
        assertEquals("invalid_grant", token(exchange(code, VERIFIER), 400).get("error"));
    }

    @Test
    void renewsASignInOncePerRefreshToken() throws Exception {
        var first = token(exchange(codeFor(Map.of("demo", "reviewer@acme")), VERIFIER), 200);
        var refresh = Map.of(
                "grant_type", "refresh_token",
                "client_id", "colloquy-web",
                "refresh_token", (String) first.get("refresh_token"));
        var second = token(refresh, 200);
        assertEquals("reviewer@acme", verified(second).getClaimValueAsString("preferred_username"));
        assertEquals("invalid_grant", token(refresh, 400).get("error"));
    }

    @Test
    void refusesACodeThatIsLateOrHasTheWrongVerifier() throws Exception {
        var late = codeFor(Map.of("demo", "recruiter@acme"));
        clock.offset = Duration.ofSeconds(61);
        assertEquals("invalid_grant", token(exchange(late, VERIFIER), 400).get("error"));
        var stolen = codeFor(Map.of("demo", "recruiter@acme"));
        assertEquals(
                "invalid_grant", token(exchange(stolen, VERIFIER + "x"), 400).get("error"));
    }

    @Test
    void showsTheSignInPageAgainAfterAWrongPassword() throws Exception {
        var form = new LinkedHashMap<>(authorization());
        form.putAll(Map.of("username", "recruiter@acme\"><script>", "password", "wrong"));
        var page = send(post("/authorize", form).build());
        assertEquals(401, page.statusCode());
        assertTrue(page.body().contains("the password is wrong"));
        assertFalse(page.body().contains("<script>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/callback",
                "http://localhost.evil.example/",
                "http://localhost@evil.example/",
                "javascript:alert(1)",
                "//evil.example"
            })
    void neverRedirectsToAnotherMachine(String redirect) throws Exception {
        var form = new LinkedHashMap<>(authorization());
        form.put("redirect_uri", redirect);
        var answer = send(get("/authorize?" + Form.encode(form)));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").isEmpty());
        var logout = send(get("/logout?" + Form.encode(Map.of("post_logout_redirect_uri", redirect))));
        assertEquals(400, logout.statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,token,unsupported_response_type",
        "code_challenge_method,plain,invalid_request",
        "code_challenge,'',invalid_request",
        "prompt,none,login_required"
    })
    void tellsTheApplicationWhatIsWrongWithItsRequest(String name, String value, String error) throws Exception {
        var form = new LinkedHashMap<>(authorization());
        form.put(name, value);
        var answer = send(get("/authorize?" + Form.encode(form)));
        var back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertEquals(error, Form.parse(back.getRawQuery()).get("error"));
        assertEquals("s-1", Form.parse(back.getRawQuery()).get("state"));
    }

    @Test
    void tellsWhoIsSignedInToHisBearerOnly() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(identity.issuer() + "/userinfo"));
        var answer = send(request.copy()
                .header("Authorization", "Bearer " + identity.bearer("admin"))
                .build());
        assertEquals("admin", JsonUtil.parseJson(answer.body()).get("preferred_username"));
        assertEquals(
                401,
                send(request.copy().header("Authorization", "Bearer nonsense").build())
                        .statusCode());
    }

    @Test
    void letsOnlyPagesOfThisMachineReadTokens() throws Exception {
        var request = post("/token", password("recruiter@acme", "colloquy"));
        var own = send(request.copy().header("Origin", "http://localhost:8080").build());
        assertEquals(
                "http://localhost:8080",
                own.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        var foreign =
                send(request.copy().header("Origin", "https://evil.example").build());
        assertTrue(foreign.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @Test
    void keepsItsKeyOverARestart() throws Exception {
        var bearer = identity.bearer("recruiter@acme");
        var keys = send(get("/jwks")).body();
        identity.close();
        start();
        assertEquals(keys, send(get("/jwks")).body());
        assertNotNull(bearer);
        assertFalse(keys.contains("\"d\""));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))));
    }

    private Map<String, String> authorization() {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", "colloquy-web");
        form.put("redirect_uri", CALLBACK);
        form.put("response_type", "code");
        form.put("scope", "openid");
        form.put("state", "s-1");
        form.put("nonce", "n-1");
        form.put("code_challenge", TokenEndpoint.challengeOf(VERIFIER));
        form.put("code_challenge_method", "S256");
        return form;
    }

    private String codeFor(Map<String, String> typed) throws Exception {
        var form = new LinkedHashMap<>(authorization());
        form.putAll(typed);
        var answer = send(post("/authorize", form).build());
        assertEquals(303, answer.statusCode());
        var back = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(back.startsWith(CALLBACK + "&"), back);
        var parameters = Form.parse(URI.create(back).getRawQuery());
        assertEquals("s-1", parameters.get("state"));
        assertEquals(identity.issuer(), parameters.get("iss"));
        return parameters.get("code");
    }

    private static Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "colloquy-web",
                "redirect_uri", CALLBACK,
                "code", code,
                "code_verifier", verifier);
    }

    private static Map<String, String> password(String user, String password) {
        return Map.of("grant_type", "password", "client_id", "colloquy-cli", "username", user, "password", password);
    }

    private static Map<String, String> clientCredentials(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    private Map<String, Object> token(Map<String, String> form, int status) throws Exception {
        var answer = send(tokenRequest(form).build());
        assertEquals(status, answer.statusCode(), answer.body());
        return JsonUtil.parseJson(answer.body());
    }

    private HttpRequest.Builder tokenRequest(Map<String, String> form) {
        return post("/token", form);
    }

    private HttpRequest.Builder post(String path, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(identity.issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Form.encode(form)));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(identity.issuer() + path)).build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private JwtClaims verified(Map<String, Object> answer) throws Exception {
        return claimsOf((String) answer.get("access_token"), "colloquy");
    }

    private JwtClaims claimsOf(String token, String audience) throws Exception {
        var keys = new JsonWebKeySet(send(get("/jwks")).body()).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer(identity.issuer())
                .setExpectedAudience(audience)
                .build()
                .processToClaims(token);
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static final class AdjustableClock extends Clock {

        private Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(offset);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
