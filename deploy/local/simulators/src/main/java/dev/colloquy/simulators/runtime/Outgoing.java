package dev.colloquy.simulators.runtime;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts webhooks. Like the providers' senders it has no time limit for the answer. */
public final class Outgoing {

    private static final int CONNECTIONS_PER_HOST = 256;
    private static final int CHUNK = 16 * 1024;

    private final HttpClient client;

    public Outgoing(Vertx vertx) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_HOST));
    }

    public Future<Answer> post(URI url, Map<String, String> headers, Buffer body) {
        return open(url, headers).compose(request -> answer(request.send(body)));
    }

    /** The same, but in pieces of 16 KiB with chunked transfer encoding. */
    public Future<Answer> postChunked(URI url, Map<String, String> headers, Buffer body) {
        return open(url, headers).compose(request -> {
            request.setChunked(true);
            for (int from = 0; from < body.length(); from += CHUNK) {
                request.write(body.getBuffer(from, Math.min(body.length(), from + CHUNK)));
            }
            return answer(request.end().compose(_ -> request.response()));
        });
    }

    private Future<HttpClientRequest> open(URI url, Map<String, String> headers) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setHeaders(all));
    }

    private static Future<Answer> answer(Future<HttpClientResponse> response) {
        return response.compose(received ->
                received.body().map(_ -> new Answer(received.statusCode(), received.getHeader("Retry-After"))));
    }

    /** What came back; {@code retryAfter} is the header as sent. */
    public record Answer(int status, @Nullable String retryAfter) {

        /** The wait the receiver asked for, if it did so in whole seconds. */
        public Optional<Duration> pause() {
            return Optional.ofNullable(retryAfter)
                    .filter(header -> header.matches("\\d{1,4}"))
                    .map(seconds -> Duration.ofSeconds(Integer.parseInt(seconds)));
        }
    }
}
