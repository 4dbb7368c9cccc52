package dev.colloquy.gateway.call;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.LiveInterviews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Places a call for a browser: with the interview's own instructions and our key, so that it can change neither. */
@ApplicationScoped
public class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class);

    private final LiveInterviews interviews;
    private final OpenAiClient openAi;
    private final CallConfig config;
    private final CallService calls;

    Calls(LiveInterviews interviews, OpenAiClient openAi, CallConfig config, CallService calls) {
        this.interviews = interviews;
        this.openAi = openAi;
        this.config = config;
        this.calls = calls;
    }

    /** Answers the provider's SDP. Fails with {@link CallRefused}, or like {@link LiveInterviews#context}. */
    public Uni<String> place(InterviewId interview, TenantId tenant, String sdp) {
        return Uni.createFrom()
                .item(() -> new SdpOffer(sdp))
                .chain(offer -> interviews
                        .context(interview)
                        .chain(context -> openAi.place(offer, SessionConfig.of(context, config))))
                .chain(call -> account(interview, tenant, call))
                .invoke(call -> LOG.infof("Call started: interviewId=%s callId=%s", interview, call.callId()))
                .map(PlacedCall::sdpAnswer);
    }

    /** Whether the interview has a call that nobody has hung up. */
    public Uni<Boolean> isOngoing(InterviewId interview, TenantId tenant) {
        return calls.isOngoing(interview, tenant);
    }

    /** A call that we cannot account for must not go on. */
    private Uni<PlacedCall> account(InterviewId interview, TenantId tenant, PlacedCall call) {
        return calls.started(interview, tenant, call.callId())
                .onFailure()
                .call(failure -> {
                    LOG.error("A call could not be recorded and is hung up", failure);
                    return openAi.hangUp(call.callId()).onFailure().recoverWithNull();
                })
                .replaceWith(call);
    }
}
