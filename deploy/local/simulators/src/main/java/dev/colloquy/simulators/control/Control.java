package dev.colloquy.simulators.control;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Input, answers and refusals of everything under {@code /control}. */
public final class Control {

    private static final Logger LOG = Logger.getLogger(Control.class.getName());

    private static final Pattern ADDRESS =
            Pattern.compile("localhost|[\\d.]+|\\[?[\\da-f:.]*:[\\da-f:.]*]?", Pattern.CASE_INSENSITIVE);

    private Control() {}

    /**
     * The control API asks nobody for a key, so it must not be at the command of web pages: a call that comes from another
     * origin is refused, and so is one for a host name that a foreign page could have pointed at this machine.
     */
    public static void keepToItself(Router router, String host) {
        router.route("/control/*").handler(context -> {
            HttpServerRequest request = context.request();
            @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
            String here = String.valueOf(request.authority());
            if (!isOwn(request.authority(), host) || (origin != null && !origin.equals("http://" + here))) {
                problem(context, 403, "origin", "is not the simulators' own");
            } else {
                context.next();
            }
        });
    }

    private static boolean isOwn(@Nullable HostAndPort authority, String host) {
        return authority != null
                && (ADDRESS.matcher(authority.host()).matches()
                        || authority.host().equalsIgnoreCase(host));
    }

    /** Turns what a control route throws into problem details. */
    public static void refuseWithProblems(Router router) {
        router.route("/control/*").failureHandler(Control::refuse);
        router.route("/control/*").last().handler(context -> problem(context, 404, "path", "no such control route"));
    }

    public static JsonObject body(RoutingContext context) {
        try {
            @Nullable JsonObject body = context.body().asJsonObject();
            return body == null ? new JsonObject() : body;
        } catch (DecodeException | ClassCastException notAnObject) {
            throw ControlProblem.badInput("body", "must be a JSON object");
        }
    }

    public static String text(JsonObject body, String field) {
        if (body.getValue(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw ControlProblem.badInput(field, "must be a non-empty string");
    }

    public static void answer(RoutingContext context, ControlProblem problem) {
        problem(context, problem.status(), problem.field(), String.valueOf(problem.getMessage()));
    }

    private static void refuse(RoutingContext context) {
        @Nullable Throwable failure = context.failure();
        if (failure instanceof ControlProblem problem) {
            answer(context, problem);
        } else {
            int status = context.statusCode() > 0 ? context.statusCode() : 500;
            LOG.log(status >= 500 ? Level.SEVERE : Level.FINE, "control call failed", failure);
            problem(context, status, "body", status >= 500 ? "the simulator failed" : "cannot be read");
        }
    }

    private static void problem(RoutingContext context, int status, String field, String detail) {
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("title", status == 404 ? "Not found" : "The control call was refused")
                .put("status", status)
                .put("detail", field + " " + detail)
                .put(
                        "violations",
                        JsonArray.of(new JsonObject().put("field", field).put("message", detail)));
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.toBuffer());
    }
}
