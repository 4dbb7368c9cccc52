package dev.colloquy.simulators.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;

/** {@code GET /}: the test page. It may load nothing from elsewhere and be framed by nobody. */
public final class PageResource {

    private static final String FILES = "dev/colloquy/simulators/page";
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PageResource() {}

    /** To be mounted last: it takes what no other route took. */
    public static void mount(Router router) {
        router.get("/*").handler(context -> {
            context.response()
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "no-referrer");
            context.next();
        });
        router.get("/*")
                .handler(StaticHandler.create(FILES).setCachingEnabled(false).setIndexPage("index.html"));
    }
}
