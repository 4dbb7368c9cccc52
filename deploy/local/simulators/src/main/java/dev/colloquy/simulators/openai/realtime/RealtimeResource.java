package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.access.ServerKey;
import dev.colloquy.simulators.openai.peer.SessionDescription;
import dev.colloquy.simulators.openai.peer.SessionDescription.UnusableOffer;
import dev.colloquy.simulators.openai.session.SessionConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/realtime/calls}, {@code …/{call_id}/hangup} and {@code /v1/realtime/client_secrets}. */
public final class RealtimeResource {

    private static final String SDP = "application/sdp";

    private final Calls calls;
    private final ClientSecrets secrets;
    private final ServerKey key;

    public RealtimeResource(Calls calls, ClientSecrets secrets, ServerKey key) {
        this.calls = calls;
        this.secrets = secrets;
        this.key = key;
    }

    public void mount(Router router) {
        router.route("/v1/realtime/calls").handler(forBrowsers());
        router.post("/v1/realtime/calls").handler(this::create);
        router.post("/v1/realtime/calls/:call/hangup").handler(this::hangUp);
        router.post("/v1/realtime/client_secrets").handler(this::createSecret);
    }

    /** A browser that calls with an ephemeral key must be able to read the call's id from the location. */
    private static CorsHandler forBrowsers() {
        return CorsHandler.create()
                .addOrigin("*")
                .allowedMethod(HttpMethod.POST)
                .allowedHeaders(Set.of("Authorization", "Content-Type", "OpenAI-Beta"))
                .exposedHeader("Location");
    }

    private void create(RoutingContext context) {
        String bearer = ServerKey.bearer(context);
        boolean form = contentType(context).startsWith("multipart/form-data");
        JsonObject session = form ? sessionOfForm(context) : sessionOfSecret(context, bearer);
        SessionDescription offer =
                offer(form ? part(context, "sdp") : context.body().asString());
        calls.open(offer, session, BetaHeader.isIn(context.request()))
                .onSuccess(call -> answer(context, call))
                .onFailure(context::fail);
    }

    private static void answer(RoutingContext context, Call call) {
        call.peer()
                .answer(call)
                .onSuccess(answer -> context.response()
                        .setStatusCode(201)
                        .putHeader(HttpHeaders.CONTENT_TYPE, SDP)
                        .putHeader(HttpHeaders.LOCATION, "/v1/realtime/calls/" + call.id())
                        .end(answer))
                .onFailure(failure -> {
                    call.hangUp();
                    context.fail(OpenAiError.badRequest("sdp", "invalid_offer", String.valueOf(failure.getMessage())));
                });
    }

    private JsonObject sessionOfForm(RoutingContext context) {
        key.require(context);
        try {
            return SessionConfig.check(new JsonObject(part(context, "session")), "session");
        } catch (DecodeException notJson) {
            throw OpenAiError.badRequest("session", "invalid_json", "'session' is not a JSON object.");
        }
    }

    private JsonObject sessionOfSecret(RoutingContext context, String bearer) {
        Optional<JsonObject> session = secrets.session(bearer);
        if (session.isEmpty()) {
            key.require(context);
        }
        if (!contentType(context).startsWith(SDP)) {
            throw OpenAiError.badRequest(
                    null, "unsupported_content_type", "Unsupported content type. Use 'application/sdp'.");
        }
        return session.orElseGet(() -> new JsonObject().put("type", "realtime"));
    }

    private static SessionDescription offer(@Nullable String sdp) {
        try {
            return SessionDescription.parseOffer(sdp == null ? "" : sdp);
        } catch (UnusableOffer unusable) {
            throw OpenAiError.badRequest("sdp", "invalid_offer", String.valueOf(unusable.getMessage()));
        }
    }

    /** A form field, whether the client sent it as text or as a file. */
    private static String part(RoutingContext context, String name) {
        @Nullable String attribute = context.request().getFormAttribute(name);
        if (attribute != null) {
            return attribute;
        }
        for (FileUpload file : context.fileUploads()) {
            if (file.name().equals(name)) {
                return context.vertx()
                        .fileSystem()
                        .readFileBlocking(file.uploadedFileName())
                        .toString();
            }
        }
        throw OpenAiError.badRequest(name, "missing_required_parameter", "Missing required parameter: '" + name + "'.");
    }

    private void hangUp(RoutingContext context) {
        key.require(context);
        calls.get(context.pathParam("call")).hangUp();
        context.response().setStatusCode(200).end();
    }

    private void createSecret(RoutingContext context) {
        key.require(context);
        @Nullable JsonObject body = context.body().asJsonObject();
        context.json(secrets.create(body == null ? new JsonObject() : body));
    }

    private static String contentType(RoutingContext context) {
        @Nullable String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type;
    }
}
