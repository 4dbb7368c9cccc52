package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.peer.CallPeer;
import dev.colloquy.simulators.openai.peer.SessionDescription;
import dev.colloquy.simulators.openai.peer.SignallingPeer;
import dev.colloquy.simulators.openai.session.Session;
import dev.colloquy.simulators.openai.session.SessionConfig;
import dev.colloquy.simulators.speech.Speech;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that are on. A call ends by hang-up, when the browser goes, or after OpenAI's 60 minutes. */
public final class Calls {

    private final Stage stage;
    private final Speech speech;
    private final Duration pause;
    private final CallPeer.Factory peers;
    private final Map<String, Call> byId = new LinkedHashMap<>();

    public Calls(Stage stage, Speech speech, Duration pause, CallPeer.Factory peers) {
        this.stage = stage;
        this.speech = speech;
        this.pause = pause;
        this.peers = peers;
    }

    String newId() {
        return stage.ids().next("rtc_", 24);
    }

    Future<Call> open(SessionDescription offer, JsonObject session, boolean beta) {
        SessionConfig.requireModel(session, stage.time().now());
        return peers.open(offer).map(peer -> {
            Call call = begin(newId(), peer, session, beta);
            if (!peer.carriesMedia()) {
                call.session().attach(candidate(call));
            }
            return call;
        });
    }

    /** A call that no browser places: a virtual candidate asks to be greeted and then answers. */
    Call play(String id, JsonObject session) {
        Call call = begin(id, new SignallingPeer(SessionDescription.NONE, stage.ids()), session, false);
        VirtualCandidate candidate = candidate(call);
        call.session().attach(candidate);
        candidate.askForGreeting();
        return call;
    }

    private Call begin(String id, CallPeer peer, JsonObject given, boolean beta) {
        Session session = new Session("call", id, given, stage, new PeerLine(peer, speech), () -> {
            byId.remove(id);
            peer.close();
        });
        Call call = new Call(id, session, peer, beta);
        byId.put(id, call);
        stage.faults()
                .disconnect(FaultPoint.OPENAI_MEDIA, id)
                .ifPresent(life -> stage.time().after(life, call::lose));
        return call;
    }

    private VirtualCandidate candidate(Call call) {
        return new VirtualCandidate(call.session(), stage.time(), pause);
    }

    Call get(String id) {
        return find(id).orElseThrow(() -> OpenAiError.notFound("No call found with id '" + id + "'."));
    }

    Optional<Call> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<JsonObject> views() {
        return byId.values().stream().map(Call::view).toList();
    }
}
