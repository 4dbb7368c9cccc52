package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.access.ServerKey;
import dev.colloquy.simulators.openai.session.BetaNames;
import dev.colloquy.simulators.openai.session.Listener;
import dev.colloquy.simulators.openai.session.Session;
import dev.colloquy.simulators.openai.session.SessionConfig;
import dev.colloquy.simulators.speech.Speech;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code wss /v1/realtime}: with {@code call_id} the server's second connection to a call, with {@code model} a session
 * whose sound travels on the socket itself.
 */
public final class RealtimeSocket {

    private static final short NORMAL_CLOSE = 1000;
    private static final short NO_SUCH_MODEL = 4004;
    private static final String KEY_PROTOCOL = "openai-insecure-api-key.";
    private static final String BETA_PROTOCOL = "openai-beta.realtime-v1";

    private final Calls calls;
    private final ClientSecrets secrets;
    private final ServerKey key;
    private final Stage stage;
    private final Speech speech;

    public RealtimeSocket(Calls calls, ClientSecrets secrets, ServerKey key, Stage stage, Speech speech) {
        this.calls = calls;
        this.secrets = secrets;
        this.key = key;
        this.stage = stage;
        this.speech = speech;
    }

    public void mount(Router router) {
        router.get("/v1/realtime").handler(this::open);
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> given = Stream.of("call_id", "model", "intent")
                .filter(name -> request.getParam(name) != null)
                .toList();
        if (given.size() != 1 || given.getFirst().equals("intent")) {
            throw OpenAiError.badRequest(
                    null, "invalid_request_error", "You must provide exactly one of 'model' or 'call_id'.");
        }
        if (given.getFirst().equals("call_id")) {
            key.require(context);
            Call call = calls.get(request.getParam("call_id"));
            upgrade(context, client -> listen(call.session(), client, isBeta(request), () -> {}));
        } else {
            JsonObject session = sessionFor(context).put("model", request.getParam("model"));
            upgrade(context, client -> converse(session, client, isBeta(request)));
        }
    }

    private static void upgrade(RoutingContext context, Consumer<SocketListener> then) {
        HttpServerRequest request = context.request();
        request.toWebSocket()
                .map(socket -> new SocketListener(socket, request.connection()))
                .onSuccess(then::accept)
                .onFailure(failure -> context.fail(400, failure));
    }

    private void converse(JsonObject config, SocketListener client, boolean beta) {
        try {
            SessionConfig.requireModel(config, stage.time().now());
        } catch (OpenAiError refused) {
            turnAway(client, refused.view());
            return;
        }
        Session session =
                new Session("socket", stage.ids().next("", 8), config, stage, new SocketLine(speech), () -> {});
        listen(session, client, beta, () -> session.end(NORMAL_CLOSE, ""));
    }

    /** OpenAI opens the socket first and then says why it closes it. */
    private void turnAway(SocketListener client, JsonObject error) {
        client.send(new JsonObject()
                .put("type", "error")
                .put("event_id", stage.ids().next("event_", 21))
                .put("error", error));
        client.close(NO_SUCH_MODEL, error.getString("type") + "." + error.getString("code"));
    }

    private static void listen(Session session, SocketListener client, boolean beta, Runnable gone) {
        Listener listener = beta ? new BetaNames(client) : client;
        client.socket().textMessageHandler(text -> session.receive(listener, text));
        client.socket().closeHandler(_ -> {
            session.detach(listener);
            gone.run();
        });
        session.attach(listener);
    }

    /** A server shows its key in a header; a browser can only offer a client secret as a subprotocol. */
    private JsonObject sessionFor(RoutingContext context) {
        String bearer = protocols(context.request())
                .filter(protocol -> protocol.startsWith(KEY_PROTOCOL))
                .map(protocol -> protocol.substring(KEY_PROTOCOL.length()))
                .findFirst()
                .orElseGet(() -> ServerKey.bearer(context));
        Optional<JsonObject> session = secrets.session(bearer);
        if (session.isEmpty() && !key.matches(bearer)) {
            throw OpenAiError.unauthorized("Incorrect API key provided.");
        }
        return session.map(JsonObject::copy).orElseGet(() -> new JsonObject().put("type", "realtime"));
    }

    private static boolean isBeta(HttpServerRequest request) {
        return BetaHeader.isIn(request) || protocols(request).anyMatch(BETA_PROTOCOL::equals);
    }

    private static Stream<String> protocols(HttpServerRequest request) {
        @Nullable String offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered == null ? Stream.empty() : Stream.of(offered.split(", *", -1));
    }
}
