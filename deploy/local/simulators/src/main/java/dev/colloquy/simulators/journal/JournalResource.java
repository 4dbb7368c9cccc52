package dev.colloquy.simulators.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /control/journal} and {@code …/live} (server-sent events), both filtered by {@link JournalFilter}; and the
 * writing down of every call that comes in.
 */
public final class JournalResource {

    private static final String READABLE_BODY = "journal.body";
    private static final int LONGEST_TEXT = 16 * 1024;

    private final Journal journal;

    public JournalResource(Journal journal) {
        this.journal = journal;
    }

    public void mount(Router router) {
        router.get("/control/journal").respond(this::read);
        router.get("/control/journal/live").handler(context -> new LiveJournal(journal).follow(context));
    }

    /**
     * Writes each call to these paths down once it is answered: method, path, status and a readable body. Who only looks by
     * the control API is not written down: a page that does so whenever the journal grows would make it grow.
     */
    public void record(Router router, String path, Provider provider) {
        router.route(path).handler(context -> {
            boolean looks =
                    provider == Provider.CONTROL && context.request().method().equals(HttpMethod.GET);
            if (!looks) {
                context.addEndHandler(_ -> journal.received(provider, what(context), detail(context)));
            }
            context.next();
        });
    }

    /** For routes whose body is not text: how the journal shall show it. */
    public static void describeBody(RoutingContext context, JsonObject body) {
        context.put(READABLE_BODY, body);
    }

    private Future<JsonObject> read(RoutingContext context) {
        JsonArray entries = new JsonArray(journal.entries(JournalFilter.of(context.request())).stream()
                .map(JournalEntry::view)
                .toList());
        return Future.succeededFuture(new JsonObject().put("entries", entries));
    }

    private static String what(RoutingContext context) {
        return context.request().method() + " " + context.request().path();
    }

    private static JsonObject detail(RoutingContext context) {
        JsonObject detail = new JsonObject().put("status", context.response().getStatusCode());
        @Nullable String query = context.request().query();
        if (query != null) {
            detail.put("query", query);
        }
        @Nullable Object body = body(context);
        return body == null ? detail : detail.put("body", body);
    }

    private static @Nullable Object body(RoutingContext context) {
        @Nullable JsonObject described = context.get(READABLE_BODY);
        @Nullable Buffer raw = context.body().buffer();
        if (described != null) {
            return described;
        }
        return raw == null || raw.length() == 0 ? null : readable(raw);
    }

    private static Object readable(Buffer body) {
        try {
            if (body.length() <= LONGEST_TEXT && Json.decodeValue(body) instanceof JsonObject object) {
                return object;
            }
        } catch (DecodeException notJson) {
            return shortened(body);
        }
        return shortened(body);
    }

    private static String shortened(Buffer body) {
        String text = body.toString();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
