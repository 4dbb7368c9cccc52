package dev.colloquy.local.embedded;

import dev.colloquy.local.embedded.OneTimeGrants.Grant;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization code flow with PKCE: GET shows the sign-in page, POST signs in and sends the browser back with a
 * code. A request with an untrusted client or redirect address is refused on a page, never by redirect.
 */
final class AuthorizationEndpoint implements Exchange.Endpoint {

    private final Map<String, IdentityClient> clients;
    private final OneTimeGrants codes;
    private final String issuer;

    AuthorizationEndpoint(Map<String, IdentityClient> clients, OneTimeGrants codes, String issuer) {
        this.clients = clients;
        this.codes = codes;
        this.issuer = issuer;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        try {
            var posted = exchange.method().equals("POST");
            var form = posted ? exchange.form() : exchange.query();
            answer(exchange, form, posted);
        } catch (Refusal refusal) {
            LoginPage.refuse(exchange, refusal);
        }
    }

    private void answer(Exchange exchange, Form form, boolean posted) throws IOException {
        var redirectUri = trustedRedirect(form);
        try {
            requireCodeFlow(form);
            if (form.find("prompt").filter("none"::equals).isPresent()) {
                throw new Refusal(400, "login_required", "Nobody is signed in");
            }
        } catch (Refusal refusal) {
            exchange.redirect(back(
                    redirectUri,
                    form,
                    Map.of(
                            "error", refusal.error(),
                            "error_description", refusal.description())));
            return;
        }
        if (!posted) {
            LoginPage.show(exchange, form, false);
            return;
        }
        var user = signedIn(form);
        if (user.isEmpty()) {
            LoginPage.show(exchange, form, true);
            return;
        }
        var code = codes.issue(grant(user.get(), form, redirectUri));
        exchange.redirect(back(redirectUri, form, Map.of("code", code)));
    }

    private URI trustedRedirect(Form form) {
        var client = clients.get(form.get("client_id"));
        if (client == null || !client.grants().contains(IdentityClient.AUTHORIZATION_CODE)) {
            throw Refusal.invalidRequest("The client is unknown, or has no sign-in page");
        }
        return Loopback.require(form.get("redirect_uri"));
    }

    private static void requireCodeFlow(Form form) {
        if (!form.get("response_type").equals("code")) {
            throw new Refusal(400, "unsupported_response_type", "Only the authorization code flow is offered");
        }
        if (!form.find("code_challenge_method").orElse("plain").equals("S256")) {
            throw Refusal.invalidRequest("PKCE with S256 is required");
        }
        form.get("code_challenge");
    }

    /** By name and password, or by one of the buttons of the demo users. */
    private static Optional<DemoUser> signedIn(Form form) {
        var demo = form.find("demo").flatMap(DemoUser::named);
        if (demo.isPresent()) {
            return demo;
        }
        var password = form.find("password").orElse("").getBytes(StandardCharsets.UTF_8);
        return form.find("username")
                .flatMap(DemoUser::named)
                .filter(_ -> MessageDigest.isEqual(DemoUser.PASSWORD.getBytes(StandardCharsets.UTF_8), password));
    }

    private static Grant grant(DemoUser user, Form form, URI redirectUri) {
        return new Grant(
                user,
                form.get("client_id"),
                redirectUri.toString(),
                form.get("code_challenge"),
                form.find("nonce").orElse(null));
    }

    private URI back(URI redirectUri, Form form, Map<String, String> answer) {
        var parameters = new LinkedHashMap<>(answer);
        form.find("state").ifPresent(state -> parameters.put("state", state));
        parameters.put("iss", issuer);
        var separator = redirectUri.getRawQuery() == null ? "?" : "&";
        return URI.create(redirectUri + separator + Form.encode(parameters));
    }
}
