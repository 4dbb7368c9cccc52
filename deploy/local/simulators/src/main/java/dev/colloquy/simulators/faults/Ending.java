package dev.colloquy.simulators.faults;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** How a language model ends its answer. */
public enum Ending {
    AS_ASKED(CallFaults.NONE),
    REFUSAL("refusal"),
    LENGTH("length"),
    CONTENT_FILTER("content_filter"),
    /** JSON that does not fit the wanted schema. */
    WRONG_SCHEMA("wrongSchema");

    private static final String KEY = "fault.ending";

    private final String header;

    Ending(String header) {
        this.header = header;
    }

    /** What the fault that struck this call wants. */
    public static Ending of(RoutingContext context) {
        return context.<Ending>get(KEY, AS_ASKED);
    }

    static Ending of(Strike strike, FaultPoint point) {
        return Arrays.stream(values())
                .filter(ending -> point.isModel()
                        && FaultKind.of(ending.header).filter(strike::has).isPresent())
                .findFirst()
                .orElse(AS_ASKED);
    }

    /** Asks for this ending and for no other fault. */
    String header() {
        return header;
    }

    void putInto(RoutingContext context) {
        context.put(KEY, this);
    }
}
