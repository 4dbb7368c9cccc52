package dev.colloquy.local.edge;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;

/**
 * Lets a WebSocket handshake through to the service and then ties both connections together, byte for byte. A side
 * that reads slowly slows the other one down.
 */
final class SocketTunnel {

    private static final int SWITCHING_PROTOCOLS = 101;

    private final HttpClient client;
    private final URI service;

    SocketTunnel(HttpClient client, URI service) {
        this.client = client;
        this.service = service;
    }

    void open(HttpServerRequest request) {
        request.pause();
        client.request(handshake(request))
                .compose(HttpClientRequest::connect)
                .onSuccess(answer -> relay(request, answer))
                .onFailure(_ -> {
                    request.resume();
                    Problem.SERVICE_UNREACHABLE.answer(request.response());
                });
    }

    private RequestOptions handshake(HttpServerRequest request) {
        var options = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setMethod(request.method())
                .setURI(request.uri());
        request.headers().forEach(options::addHeader);
        Forwarded.write(options.getHeaders(), request);
        return options;
    }

    private static void relay(HttpServerRequest request, HttpClientResponse answer) {
        request.resume();
        request.response().setStatusCode(answer.statusCode());
        request.response().headers().addAll(answer.headers());
        if (answer.statusCode() == SWITCHING_PROTOCOLS) {
            var service = answer.netSocket().pause();
            request.toNetSocket().onSuccess(caller -> tie(caller, service)).onFailure(_ -> service.close());
        } else {
            answer.pipeTo(request.response());
        }
    }

    private static void tie(NetSocket caller, NetSocket service) {
        Future.join(caller.pipeTo(service), service.pipeTo(caller));
        service.closeHandler(_ -> caller.close());
        caller.closeHandler(_ -> service.close());
    }
}
