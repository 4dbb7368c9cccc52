package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Stands in front of the providers' routes: here a call is refused, hangs, is late, or gets a broken answer. */
public final class CallFaults {

    /** Asks for a fault of this call alone; {@code none} spares it from the armed ones. */
    static final String HEADER = "X-Simulate-Fault";

    static final String NONE = "none";

    private final Faults faults;
    private final SimulatedTime time;
    private final Loopback loopback;

    public CallFaults(Faults faults, SimulatedTime time, Vertx vertx) {
        this.faults = faults;
        this.time = time;
        this.loopback = new Loopback(vertx, time);
    }

    /** To be called before anything reads the body. {@code errors} gives the provider's error body for a status. */
    public void standBefore(Router router, FaultPoint point, IntFunction<JsonObject> errors) {
        point.paths().forEach(path -> router.route(path).handler(context -> meet(context, point, errors)));
    }

    private void meet(RoutingContext context, FaultPoint point, IntFunction<JsonObject> errors) {
        if (context.request().method().equals(HttpMethod.OPTIONS)) {
            context.next();
            return;
        }
        try {
            strike(context, strikeOn(context.request(), point), point, errors);
        } catch (ControlProblem refused) {
            Control.answer(context, refused);
        }
    }

    private Strike strikeOn(HttpServerRequest request, FaultPoint point) {
        String subject = request.path();
        @Nullable String header = request.getHeader(HEADER);
        if (header == null) {
            boolean socket = isSocket(request);
            return faults.strike(point, subject, kind -> !socket || kind.isOfSockets());
        }
        return header.equals(NONE) ? Strike.NOTHING : faults.strike(FaultOrders.parse(point, header), subject);
    }

    private void strike(RoutingContext context, Strike strike, FaultPoint point, IntFunction<JsonObject> errors) {
        if (strike.has(FaultKind.HANG)) {
            context.request().pause();
        } else if (strike.has(FaultKind.DELAY)) {
            context.request().pause();
            time.after(strike.wait(FaultKind.DELAY), () -> {
                context.request().resume();
                strikeNow(context, strike, point, errors);
            });
        } else {
            strikeNow(context, strike, point, errors);
        }
    }

    private void strikeNow(RoutingContext context, Strike strike, FaultPoint point, IntFunction<JsonObject> errors) {
        Ending ending = Ending.of(strike, point);
        if (strike.has(FaultKind.STATUS)) {
            refuse(context, strike, errors);
        } else if (isSocket(context.request()) && strike.has(FaultKind.DISCONNECT)) {
            loopback.tunnel(context.request(), strike.wait(FaultKind.DISCONNECT));
        } else if (strike.spoilsTheAnswer(point)) {
            loopback.relay(context.request(), strike, ending);
        } else {
            ending.putInto(context);
            context.next();
        }
    }

    private static void refuse(RoutingContext context, Strike strike, IntFunction<JsonObject> errors) {
        int status = strike.number(FaultKind.STATUS, "status");
        int retryAfter = strike.number(FaultKind.STATUS, "retryAfter");
        if (retryAfter > 0) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(errors.apply(status).toBuffer());
    }

    private static boolean isSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }
}
