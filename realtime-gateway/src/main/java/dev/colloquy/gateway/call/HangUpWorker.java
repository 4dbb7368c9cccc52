package dev.colloquy.gateway.call;

import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hangs up calls that nobody needs any more. */
@ApplicationScoped
class HangUpWorker implements Worker {

    record Order(String tenant, String callId) {

        Order(Call call) {
            this(call.tenant, call.callId);
        }
    }

    private final OpenAiClient openAi;
    private final CallService calls;

    HangUpWorker(OpenAiClient openAi, CallService calls) {
        this.openAi = openAi;
        this.calls = calls;
    }

    @Override
    public String queue() {
        return CallService.HANG_UP;
    }

    /** As long as the provider lets a call last. */
    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var tenant = new TenantId(job.payload().path("tenant").asText());
        var callId = job.payload().path("callId").asText();
        return openAi.hangUp(callId).chain(() -> calls.ended(tenant, callId));
    }
}
