package dev.colloquy.local.edge;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;

/** Passes requests to one service, bodies as they come in; sockets become a tunnel. */
final class ServiceProxy {

    private final HttpProxy proxy;
    private final SocketTunnel tunnel;

    ServiceProxy(HttpClient client, URI service) {
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(service.getPort(), service.getHost())
                .addInterceptor(new ProxyInterceptor() {
                    @Override
                    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                        return send(context);
                    }
                });
        this.tunnel = new SocketTunnel(client, service);
    }

    void pass(HttpServerRequest request) {
        proxy.handle(request);
    }

    void openSocket(HttpServerRequest request) {
        tunnel.open(request);
    }

    private static Future<ProxyResponse> send(ProxyContext context) {
        var request = context.request();
        Forwarded.write(request.headers(), request.proxiedRequest());
        return context.sendRequest().recover(_ -> Future.succeededFuture(unreachable(request)));
    }

    private static ProxyResponse unreachable(ProxyRequest request) {
        var problem = Problem.SERVICE_UNREACHABLE;
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Retry-After", "2")
                .setBody(Body.body(problem.body()));
    }
}
