package dev.colloquy.gateway.call;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.AgentContext;
import dev.colloquy.gateway.interview.LiveInterviews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Places a call for a browser: with the interview's own instructions and our key, so that it can change neither. */
@ApplicationScoped
public class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class);
    private static final Duration AFTER_THE_LIMIT = Duration.ofMinutes(1);

    private final LiveInterviews interviews;
    private final OpenAiClient openAi;
    private final CallConfig config;
    private final CallService calls;
    private final Event<CallPlaced> started;

    Calls(
            LiveInterviews interviews,
            OpenAiClient openAi,
            CallConfig config,
            CallService calls,
            Event<CallPlaced> started) {
        this.interviews = interviews;
        this.openAi = openAi;
        this.config = config;
        this.calls = calls;
        this.started = started;
    }

    /** Answers the provider's SDP. Fails with {@link CallRefused}, or like {@link LiveInterviews#context}. */
    public Uni<String> place(InterviewId interview, TenantId tenant, String sdp) {
        return Uni.createFrom()
                .item(() -> new SdpOffer(sdp))
                .chain(offer -> interviews
                        .context(interview)
                        .chain(context -> place(new Placement(interview, tenant, offer, context))));
    }

    private record Placement(InterviewId interview, TenantId tenant, SdpOffer offer, AgentContext context) {}

    private Uni<String> place(Placement wanted) {
        var session = SessionConfig.of(wanted.context(), config);
        return openAi.place(wanted.offer(), session).chain(placed -> {
            var call = new FollowedCall(placed.callId(), wanted.interview(), wanted.tenant());
            return account(call, limit(wanted.context()))
                    .invoke(() -> begin(new CallPlaced(call, session)))
                    .replaceWith(placed.sdpAnswer());
        });
    }

    private void begin(CallPlaced placed) {
        LOG.infof(
                "Call started: interviewId=%s callId=%s",
                placed.call().interview(), placed.call().callId());
        started.fire(placed);
    }

    /** The session of an interview whose call another replica has placed. Fails like {@link LiveInterviews#context}. */
    public Uni<SessionConfig> session(InterviewId interview) {
        return interviews.context(interview).map(context -> SessionConfig.of(context, config));
    }

    /** Whether the interview has a call that nobody has hung up. */
    public Uni<Boolean> isOngoing(InterviewId interview, TenantId tenant) {
        return calls.isOngoing(interview, tenant);
    }

    /** A call that we cannot account for must not go on. */
    private Uni<Void> account(FollowedCall call, Duration limit) {
        return calls.started(call, limit).onFailure().call(failure -> {
            LOG.error("A call could not be recorded and is hung up", failure);
            return openAi.hangUp(call.callId()).onFailure().recoverWithNull();
        });
    }

    /** session-service ends the interview before that. */
    private static Duration limit(AgentContext context) {
        return Duration.ofSeconds(Math.max(0, context.remainingSeconds())).plus(AFTER_THE_LIMIT);
    }
}
