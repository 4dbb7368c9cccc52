package dev.colloquy.local.embedded;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Who is signed in, and the end of it. */
final class ProfileEndpoints {

    private final TokenMint mint;

    ProfileEndpoints(TokenMint mint) {
        this.mint = mint;
    }

    void userInfo(Exchange exchange) throws IOException {
        var subject = exchange.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> mint.subjectOf(header.substring("Bearer ".length())))
                .orElseThrow(() -> new Refusal(401, "invalid_token", "The token is missing, expired or not ours"));
        exchange.json(
                200,
                DemoUser.ALL.stream()
                        .filter(user -> user.subject().equals(subject))
                        .findFirst()
                        .map(TokenMint::profile)
                        .orElseGet(() -> Map.of("sub", subject)));
    }

    /** The issuer keeps no session of its own, so there is nothing to end but the application's. */
    void logout(Exchange exchange) throws IOException {
        var form = exchange.method().equals("POST") ? exchange.form() : exchange.query();
        var target = form.find("post_logout_redirect_uri");
        if (target.isEmpty()) {
            LoginPage.signedOut(exchange);
            return;
        }
        var uri = Loopback.require(target.get());
        exchange.redirect(form.find("state")
                .map(state ->
                        URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + Form.encode(Map.of("state", state))))
                .orElse(uri));
    }
}
