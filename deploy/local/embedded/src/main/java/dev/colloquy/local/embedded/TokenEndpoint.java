package dev.colloquy.local.embedded;

import dev.colloquy.local.embedded.OneTimeGrants.Grant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** RFC 6749 section 3.2: trades codes, refresh tokens, passwords and client secrets for tokens. */
final class TokenEndpoint implements Exchange.Endpoint {

    private final Map<String, IdentityClient> clients;
    private final OneTimeGrants codes;
    private final OneTimeGrants refreshTokens;
    private final TokenMint mint;

    TokenEndpoint(
            Map<String, IdentityClient> clients, OneTimeGrants codes, OneTimeGrants refreshTokens, TokenMint mint) {
        this.clients = clients;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.mint = mint;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var form = exchange.form();
        var client = authenticate(exchange, form);
        var grantType = form.get("grant_type");
        if (!IdentityClient.ALL_GRANTS.contains(grantType)) {
            throw new Refusal(400, "unsupported_grant_type", "The grant type is not known here");
        }
        if (!client.grants().contains(grantType)) {
            throw new Refusal(400, "unauthorized_client", "The client may not use this grant type");
        }
        exchange.json(
                200,
                switch (grantType) {
                    case IdentityClient.AUTHORIZATION_CODE -> byCode(client, form);
                    case IdentityClient.REFRESH_TOKEN -> byRefreshToken(client, form);
                    case IdentityClient.PASSWORD -> byPassword(client, form);
                    default -> answer(mint.accessToken(client), TokenMint.CLIENT_LIFE);
                });
    }

    private IdentityClient authenticate(Exchange exchange, Form form) {
        var basic = exchange.header("Authorization").map(TokenEndpoint::basic);
        if (basic.isPresent() && form.find("client_secret").isPresent()) {
            throw Refusal.invalidRequest("The client authenticates in two ways at once");
        }
        var id = basic.map(Credentials::id).orElseGet(() -> form.get("client_id"));
        var secret = basic.map(Credentials::secret).or(() -> form.find("client_secret"));
        return Optional.ofNullable(clients.get(id))
                .filter(client -> client.accepts(secret.orElse(null)))
                .orElseThrow(Refusal::invalidClient);
    }

    private record Credentials(String id, String secret) {}

    private static Credentials basic(String header) {
        try {
            var decoded = new String(
                    Base64.getDecoder().decode(header.replaceFirst("(?i)^basic ", "")), StandardCharsets.UTF_8);
            int split = decoded.indexOf(':');
            return new Credentials(Form.decode(decoded.substring(0, split)), Form.decode(decoded.substring(split + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.invalidClient();
        }
    }

    private Map<String, Object> byCode(IdentityClient client, Form form) {
        var redirectUri = form.get("redirect_uri");
        var challenge = challengeOf(form.get("code_verifier"));
        var grant = codes.redeem(form.get("code"))
                .filter(found -> found.client().equals(client.id()))
                .filter(found -> found.redirectUri().equals(redirectUri))
                .filter(found -> same(found.challenge(), challenge))
                .orElseThrow(() -> Refusal.invalidGrant("The code is unknown, used or expired, or is not for this"));
        return answer(client, grant);
    }

    private Map<String, Object> byRefreshToken(IdentityClient client, Form form) {
        var grant = refreshTokens
                .redeem(form.get("refresh_token"))
                .filter(found -> found.client().equals(client.id()))
                .orElseThrow(() -> Refusal.invalidGrant("The refresh token is unknown, used or expired"));
        return answer(client, grant);
    }

    private Map<String, Object> byPassword(IdentityClient client, Form form) {
        var password = form.get("password");
        return DemoUser.named(form.get("username"))
                .filter(_ -> same(DemoUser.PASSWORD, password))
                .map(user -> answer(mint.accessToken(user, client.id()), TokenMint.USER_LIFE))
                .orElseThrow(() -> Refusal.invalidGrant("The user is unknown, or the password is wrong"));
    }

    private Map<String, Object> answer(IdentityClient client, Grant grant) {
        var answer = answer(mint.accessToken(grant.user(), client.id()), TokenMint.USER_LIFE);
        answer.put("id_token", mint.idToken(grant.user(), client.id(), grant.nonce()));
        answer.put("refresh_token", refreshTokens.issue(grant));
        answer.put("scope", "openid");
        return answer;
    }

    private static Map<String, Object> answer(String accessToken, Duration life) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", accessToken);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", life.toSeconds());
        return answer;
    }

    /** RFC 7636 section 4.6, method S256. */
    static String challengeOf(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
