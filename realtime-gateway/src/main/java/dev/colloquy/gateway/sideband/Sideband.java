package dev.colloquy.gateway.sideband;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.gateway.call.FollowedCall;
import dev.colloquy.gateway.call.SessionConfig;
import io.vertx.core.Context;
import io.vertx.core.http.WebSocketClient;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows one call over a second connection to its session: hears what both sides say, has it told, keeps the session as it
 * was agreed, and sees the interviewer's goodbye. It connects again for as long as the call may last. Everything happens on
 * one context.
 */
final class Sideband implements SessionLine.Listener {

    private static final Logger LOG = Logger.getLogger(Sideband.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(15);

    private final FollowedCall call;
    private final SidebandParts parts;
    private final Runnable onEnd;
    private final Context context;
    private final SessionLine line;
    private final Turns turns = new Turns();
    private final Goodbye goodbye = new Goodbye();
    private final Telling telling;
    private @Nullable SessionGuard guard;
    private boolean greeted;
    private boolean dismissed;
    private boolean ending;
    private boolean over;
    private boolean left;

    /**
     * Begins to follow.
     *
     * @param agreed the session, where this replica has placed the call
     * @param onEnd called when the call is over and all of it is told
     */
    Sideband(
            FollowedCall call,
            @Nullable SessionConfig agreed,
            SidebandParts parts,
            WebSocketClient client,
            Runnable onEnd) {
        this.call = call;
        this.parts = parts;
        this.onEnd = onEnd;
        this.context = parts.vertx().getOrCreateContext();
        this.line = new SessionLine(call.callId(), parts, client, context, this);
        this.telling = new Telling(parts, context, call.interview(), this::progress);
        this.guard = agreed == null ? null : guard(agreed);
        this.greeted = agreed == null;
        context.runOnContext(_ -> line.connect());
    }

    /** Stops following: another replica does, or will. */
    void leave() {
        context.runOnContext(_ -> {
            left = true;
            telling.stop();
            line.close();
        });
    }

    @Override
    public void connected() {
        LOG.debugf("Following a call: interviewId=%s callId=%s", call.interview(), call.callId());
        greetIfNobodyDoes();
    }

    @Override
    public void over() {
        over = true;
        progress();
    }

    @Override
    public void received(String text) {
        JsonNode event;
        try {
            event = parts.json().readTree(text);
        } catch (JsonProcessingException _) {
            LOG.warnf("The realtime provider sent what is not JSON: callId=%s", call.callId());
            return;
        }
        turns.hear(event, parts.clock().instant()).ifPresent(telling::tell);
        if (goodbye.hear(event)) {
            end();
        } else if (goodbye.isSaid() && !dismissed) {
            dismissed = true;
            after(LONGEST_GOODBYE, this::end);
        }
        switch (event.path("type").asText()) {
            case "session.created", "session.updated" -> check(event.path("session"));
            case "response.created" -> greeted = true;
            case "error" -> complained(event.path("error").path("code").asText());
            default -> {}
        }
        if (telling.isFull()) {
            line.pause();
        }
    }

    private void complained(String code) {
        if (code.equals("session_expired")) {
            line.expectEnd();
        }
        LOG.infof("The realtime provider complains: callId=%s code=%s", call.callId(), code);
    }

    /** Where another replica has placed the call, the session is made anew. */
    private void check(JsonNode session) {
        if (guard != null) {
            check(guard, session);
            return;
        }
        parts.work()
                .run(() -> parts.calls()
                        .session(call.interview())
                        .invoke(agreed -> context.runOnContext(_ -> {
                            guard = guard(agreed);
                            check(guard, session);
                        }))
                        .replaceWithVoid())
                .onFailure(e -> LOG.debugf("A session is not held against anything: callId=%s: %s", call.callId(), e));
    }

    private void check(SessionGuard agreed, JsonNode session) {
        if (!agreed.isChanged(session)) {
            return;
        }
        LOG.warnf("A session is not as agreed and is set right: interviewId=%s", call.interview());
        parts.metrics().reasserted();
        send(Map.of("type", "session.update", "session", agreed.agreed()));
        parts.work()
                .run(() -> parts.accounts().reasserted(call))
                .onFailure(e -> LOG.warnf("A changed session is not on record: callId=%s: %s", call.callId(), e));
    }

    private SessionGuard guard(SessionConfig agreed) {
        return new SessionGuard(parts.json().convertValue(agreed, ObjectNode.class));
    }

    /** Usually the browser asks for the greeting, as soon as it can hear it. */
    private void greetIfNobodyDoes() {
        after(parts.config().greetingDelay(), () -> {
            if (!greeted) {
                greeted = true;
                send(Map.of("type", "response.create"));
            }
        });
    }

    private void end() {
        if (!ending) {
            ending = true;
            LOG.infof("The interviewer ends: interviewId=%s", call.interview());
            parts.work().run(() -> parts.accounts().endAsked(call)).onFailure(e -> {
                LOG.warnf("The interviewer's goodbye is not noted, will try again: %s", e);
                after(WAIT, () -> {
                    ending = false;
                    end();
                });
            });
        }
    }

    private void progress() {
        if (!telling.isFull()) {
            line.resume();
        }
        if (over && !left && telling.isDone()) {
            finish();
        }
    }

    private void finish() {
        parts.work()
                .run(() -> parts.accounts().finished(call))
                .onSuccess(_ -> onEnd.run())
                .onFailure(e -> {
                    LOG.warnf("The end of a call is not noted, will try again: callId=%s: %s", call.callId(), e);
                    after(WAIT, this::progress);
                });
    }

    private void send(Map<String, ?> event) {
        line.send(parts.json().valueToTree(event).toString());
    }

    private void after(Duration delay, Runnable action) {
        parts.vertx()
                .setTimer(
                        delay.toMillis(),
                        _ -> context.runOnContext(_ -> {
                            if (!left) {
                                action.run();
                            }
                        }));
    }
}
