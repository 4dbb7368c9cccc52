package dev.colloquy.local;

import dev.colloquy.local.embedded.DemoUser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Prints a bearer of a demo user, and nothing else. Arguments: the issuer and the user's name. */
public final class Token {

    private Token() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var user = arguments[1];
        if (DemoUser.named(user).isEmpty()) {
            var known = DemoUser.ALL.stream().map(DemoUser::name).collect(Collectors.joining(", "));
            System.err.println("There is no user " + user + ". Known are: " + known);
            System.exit(2);
        }
        var form = "grant_type=password&client_id=colloquy-cli&username=%s&password=%s"
                .formatted(URLEncoder.encode(user, StandardCharsets.UTF_8), DemoUser.PASSWORD);
        var request = HttpRequest.newBuilder(URI.create(arguments[0] + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                System.err.println("The issuer refused: " + answer.body());
                System.exit(1);
            }
            System.out.println(new JsonObject(answer.body()).getString("access_token"));
        }
    }
}
