package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.access.ServerKey;
import dev.colloquy.simulators.openai.realtime.Call.Sideband;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** {@code wss /v1/realtime?call_id=}: the server's second connection to a call. */
public final class SidebandSocket {

    private final Calls calls;
    private final ServerKey key;

    public SidebandSocket(Calls calls, ServerKey key) {
        this.calls = calls;
        this.key = key;
    }

    public void mount(Router router) {
        router.get("/v1/realtime").handler(this::open);
    }

    private void open(RoutingContext context) {
        key.require(context);
        @Nullable String callId = context.request().getParam("call_id");
        if (callId == null) {
            throw OpenAiError.badRequest(
                    "call_id", "missing_required_parameter", "Missing required parameter: 'call_id'.");
        }
        Call call = calls.get(callId);
        context.request()
                .toWebSocket()
                .onSuccess(socket -> listen(call, socket))
                .onFailure(failure -> context.fail(400, failure));
    }

    private void listen(Call call, ServerWebSocket socket) {
        Sideband sideband = new SocketSideband(socket);
        socket.textMessageHandler(text -> receive(call, sideband, text));
        socket.closeHandler(_ -> call.detach(sideband));
        calls.attach(call, sideband);
    }

    private void receive(Call call, Sideband sideband, String text) {
        try {
            calls.receive(call, sideband, new JsonObject(text));
        } catch (OpenAiError refused) {
            sideband.send(calls.event("error").put("error", refused.view()));
        } catch (DecodeException | ClassCastException unreadable) {
            OpenAiError error = OpenAiError.badRequest(null, "invalid_json", "The event could not be read.");
            sideband.send(calls.event("error").put("error", error.view()));
        }
    }

    private record SocketSideband(ServerWebSocket socket) implements Sideband {

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
