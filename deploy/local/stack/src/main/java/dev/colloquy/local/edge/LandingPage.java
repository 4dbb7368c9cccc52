package dev.colloquy.local.edge;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.stream.Collectors;

/** The page at {@code /}: what runs here, with links to what people can look at. */
public final class LandingPage implements Page {

    private final String html;

    /** Lists each name with its address, in the order of the map. */
    public LandingPage(Map<String, String> addresses) {
        var rows = addresses.entrySet().stream()
                .map(address -> "<li><span>%1$s</span> <a href=\"%2$s\">%2$s</a></li>"
                        .formatted(address.getKey(), address.getValue()))
                .collect(Collectors.joining("\n"));
        this.html = Page.read("landing.html").replace("{addresses}", rows);
    }

    @Override
    public void answer(HttpServerRequest request) {
        Page.send(request, 200, "text/html; charset=utf-8", html);
    }
}
