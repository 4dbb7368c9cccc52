package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.faults.CallFault;
import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Faults;
import dev.colloquy.simulators.openai.access.OpenAiError;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The fault of one call to the model, armed or asked for by the header {@code X-Simulate-Fault}. */
public final class AnswerFault {

    private AnswerFault() {}

    /** How the answer shall end; a status is thrown as the provider's error. */
    public static String ending(RoutingContext context, Faults faults) {
        @Nullable String wanted = context.request().getHeader("X-Simulate-Fault");
        CallFault fault = wanted == null ? faults.nextCall(FaultPoint.OPENAI_CHAT) : asked(wanted);
        if (fault.fails()) {
            throw OpenAiError.ofStatus(fault.status());
        }
        return fault.finish();
    }

    private static CallFault asked(String wanted) {
        return wanted.matches("[45]\\d\\d") ? new CallFault(Integer.parseInt(wanted), "") : new CallFault(0, wanted);
    }
}
