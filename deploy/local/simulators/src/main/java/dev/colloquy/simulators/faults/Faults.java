package dev.colloquy.simulators.faults;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The armed faults; each counter is used up by the webhooks and calls that come next. */
public final class Faults {

    private final Map<FaultPoint, Fault> armed = new EnumMap<>(FaultPoint.class);

    public WebhookFault nextWebhook(FaultPoint point) {
        @Nullable Fault fault = armed.get(point);
        if (fault == null) {
            return WebhookFault.NONE;
        }
        return fault.take("drop")
                ? new WebhookFault(true, false, false, Duration.ZERO)
                : new WebhookFault(
                        false,
                        fault.take("duplicate"),
                        fault.take("badSignature"),
                        Duration.ofMillis(fault.number("delayMs")));
    }

    public CallFault nextCall(FaultPoint point) {
        @Nullable Fault fault = armed.get(point);
        return fault != null && fault.take("times")
                ? new CallFault(fault.number("status"), fault.text("finish"))
                : CallFault.NONE;
    }

    void arm(Map<FaultPoint, Fault> faults) {
        armed.putAll(faults);
    }

    void clear() {
        armed.clear();
    }

    JsonObject view() {
        JsonObject view = new JsonObject();
        armed.forEach((point, fault) -> view.put(point.wireName(), fault.view()));
        return view;
    }
}
