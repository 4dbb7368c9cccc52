package dev.colloquy.gateway.sideband;

import io.vertx.core.Context;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The connection to the session of one call, made again for as long as the call lasts. On the one context of its call. */
final class SessionLine {

    private static final Logger LOG = Logger.getLogger(SessionLine.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int NORMAL = 1000;

    /** Who is at this end of it. */
    interface Listener {

        void connected();

        void received(String text);

        /** The call is over. */
        void over();
    }

    private final String callId;
    private final SidebandParts parts;
    private final WebSocketClient client;
    private final Context context;
    private final Listener listener;
    private @Nullable WebSocket socket;
    private Duration wait = FIRST_WAIT;
    private boolean lastSession;
    private boolean closed;

    SessionLine(String callId, SidebandParts parts, WebSocketClient client, Context context, Listener listener) {
        this.callId = callId;
        this.parts = parts;
        this.client = client;
        this.context = context;
        this.listener = listener;
    }

    void connect() {
        if (closed) {
            return;
        }
        var api = parts.provider().baseUrl().toString().replaceFirst("^http", "ws");
        var options = new WebSocketConnectOptions()
                .setAbsoluteURI(api + "/realtime?call_id=" + callId)
                .setTimeout(parts.config().timeout().toMillis())
                .addHeader("Authorization", "Bearer " + parts.provider().apiKey());
        client.connect(options).onSuccess(this::connected).onFailure(this::notConnected);
    }

    void send(String text) {
        if (socket != null) {
            socket.writeTextMessage(text).onFailure(e -> LOG.debugf("Not sent to a session: callId=%s: %s", callId, e));
        }
    }

    /** Lets the provider wait. */
    void pause() {
        if (socket != null) {
            socket.pause();
        }
    }

    void resume() {
        if (socket != null) {
            socket.resume();
        }
    }

    /** The session ends by itself: when it is closed, the call is over. */
    void expectEnd() {
        lastSession = true;
    }

    void close() {
        closed = true;
        if (socket != null) {
            var _ = socket.close();
        }
    }

    private void connected(WebSocket opened) {
        if (closed) {
            var _ = opened.close();
            return;
        }
        socket = opened;
        wait = FIRST_WAIT;
        opened.textMessageHandler(listener::received);
        opened.exceptionHandler(e -> LOG.debugf("A sideband broke: callId=%s: %s", callId, e));
        opened.closeHandler(_ -> closed(opened.closeStatusCode()));
        listener.connected();
    }

    /** The provider knows no such call any more, or cannot be asked just now. */
    private void notConnected(Throwable failure) {
        if (failure instanceof UpgradeRejectedException refused
                && (refused.getStatus() == 404 || refused.getStatus() == 410)) {
            end();
            return;
        }
        LOG.warnf(
                "A call cannot be followed, will try again: callId=%s: %s",
                callId, failure.getClass().getSimpleName());
        connectLater();
    }

    private void closed(@Nullable Short code) {
        socket = null;
        if (closed) {
            return;
        }
        if (lastSession || (code != null && code == NORMAL)) {
            end();
        } else {
            parts.metrics().lost();
            connectLater();
        }
    }

    private void end() {
        if (!closed) {
            closed = true;
            listener.over();
        }
    }

    private void connectLater() {
        parts.vertx().setTimer(wait.toMillis(), _ -> context.runOnContext(_ -> connect()));
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
}
