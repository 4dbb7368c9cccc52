package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer of a provider on its way to a caller who gets it halved, reshaped, in drops, or not to the end. */
final class SpoiltAnswer {

    private final HttpClientResponse answer;
    private final Buffer body;
    private final Strike strike;
    private final SimulatedTime time;
    private final int end;

    SpoiltAnswer(HttpClientResponse answer, Buffer whole, Strike strike, Ending ending, SimulatedTime time) {
        this.answer = answer;
        this.strike = strike;
        this.time = time;
        Buffer shaped = strike.has(FaultKind.WRONG_SCHEMA) && ending != Ending.WRONG_SCHEMA ? reshaped(whole) : whole;
        this.body = strike.has(FaultKind.HALF_JSON) ? shaped.slice(0, shaped.length() / 2) : shaped;
        this.end = strike.has(FaultKind.DISCONNECT)
                ? Math.min(body.length(), strike.number(FaultKind.DISCONNECT, "bytes"))
                : body.length();
    }

    void give(HttpServerRequest request) {
        if (strike.has(FaultKind.DISCONNECT) && end == 0) {
            request.connection().close();
            return;
        }
        HttpServerResponse response = request.response().setStatusCode(answer.statusCode());
        response.headers().addAll(answer.headers());
        if (answer.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        }
        give(request, 0);
    }

    private void give(HttpServerRequest request, int from) {
        int piece = strike.has(FaultKind.SLOW) ? strike.number(FaultKind.SLOW, "bytes") : body.length();
        int to = Math.min(end, from + piece);
        request.response().write(body.slice(from, to)).onSuccess(_ -> {
            if (to < end) {
                time.after(strike.wait(FaultKind.SLOW), () -> give(request, to));
            } else if (strike.has(FaultKind.DISCONNECT)) {
                time.after(Duration.ZERO, request.connection()::close);
            } else {
                request.response().end();
            }
        });
    }

    private static Buffer reshaped(Buffer body) {
        try {
            JsonObject reshaped = new JsonObject();
            body.toJsonObject().forEach(field -> reshaped.put(field.getKey(), another(field.getValue())));
            return reshaped.toBuffer();
        } catch (DecodeException notAnObject) {
            return new JsonObject().put("unexpected", true).toBuffer();
        }
    }

    /** A value of another type. */
    private static Object another(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> text.length();
            case JsonArray list -> new JsonObject().put("items", list);
            case JsonObject object -> JsonArray.of(object);
            default -> String.valueOf(value);
        };
    }
}
