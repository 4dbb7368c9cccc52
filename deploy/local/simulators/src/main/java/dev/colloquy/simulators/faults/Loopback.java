package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;

/**
 * Lets the simulators do a call as if nothing were wrong, by calling them once more, so that the answer can be spoilt
 * on its way back whatever route gave it.
 */
final class Loopback {

    private static final int CONNECTIONS = 64;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final SimulatedTime time;
    private final HttpClient client;

    Loopback(Vertx vertx, SimulatedTime time) {
        this.time = time;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    }

    void relay(HttpServerRequest request, Strike strike, Ending ending) {
        request.pause();
        client.request(same(request, ending))
                .compose(call -> call.send(request))
                .compose(answer -> answer.body().map(body -> new SpoiltAnswer(answer, body, strike, ending, time)))
                .onSuccess(answer -> answer.give(request))
                .onFailure(_ -> request.connection().close());
    }

    /** A WebSocket that breaks without a closing handshake. */
    void tunnel(HttpServerRequest request, Duration life) {
        request.pause();
        client.request(same(request, Ending.AS_ASKED))
                .compose(HttpClientRequest::connect)
                .onSuccess(answer -> tie(request, answer, life))
                .onFailure(_ -> request.connection().close());
    }

    private static RequestOptions same(HttpServerRequest request, Ending ending) {
        SocketAddress here = request.localAddress();
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(here.port(), here.hostAddress()))
                .setMethod(request.method())
                .setURI(request.uri());
        request.headers().forEach(options::addHeader);
        return options.putHeader(CallFaults.HEADER, ending.header());
    }

    private void tie(HttpServerRequest request, HttpClientResponse answer, Duration life) {
        request.resume();
        request.response().setStatusCode(answer.statusCode());
        request.response().headers().addAll(answer.headers());
        if (answer.statusCode() != SWITCHING_PROTOCOLS) {
            answer.pipeTo(request.response());
            return;
        }
        NetSocket inside = answer.netSocket().pause();
        request.toNetSocket()
                .onSuccess(outside -> {
                    Future.join(outside.pipeTo(inside), inside.pipeTo(outside));
                    time.after(life, outside::close);
                    outside.closeHandler(_ -> inside.close());
                })
                .onFailure(_ -> inside.close());
    }
}
