package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.access.ServerKey;
import dev.colloquy.simulators.openai.session.BetaNames;
import dev.colloquy.simulators.openai.session.Listener;
import dev.colloquy.simulators.openai.session.Session;
import dev.colloquy.simulators.speech.Speech;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
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
            upgrade(context, socket -> listen(call.session(), socket, isBeta(request), () -> {}));
        } else {
            JsonObject session = sessionFor(context).put("model", request.getParam("model"));
            upgrade(context, socket -> converse(session, socket, isBeta(request)));
        }
    }

    private static void upgrade(RoutingContext context, Consumer<ServerWebSocket> then) {
        context.request().toWebSocket().onSuccess(then::accept).onFailure(failure -> context.fail(400, failure));
    }

    private void converse(JsonObject config, ServerWebSocket socket, boolean beta) {
        String name = "socket " + stage.ids().next("", 8);
        Session session = new Session(name, config, stage.scripts().of(name), stage, new SocketLine(speech), () -> {});
        listen(session, socket, beta, () -> session.end(NORMAL_CLOSE, ""));
    }

    private static void listen(Session session, ServerWebSocket socket, boolean beta, Runnable gone) {
        Listener current = new SocketListener(socket);
        Listener listener = beta ? new BetaNames(current) : current;
        socket.textMessageHandler(text -> session.receive(listener, text));
        socket.closeHandler(_ -> {
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

    private record SocketListener(ServerWebSocket socket) implements Listener {

        @Override
        public void send(JsonObject event) {
            if (!socket.isClosed()) {
                socket.writeTextMessage(event.encode());
            }
        }

        @Override
        public void close(short code, String reason) {
            if (!socket.isClosed()) {
                socket.close(code, reason);
            }
        }
    }
}
