package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.peer.CallPeer;
import dev.colloquy.simulators.openai.peer.SessionDescription;
import dev.colloquy.simulators.openai.session.Session;
import dev.colloquy.simulators.script.InterviewScript;
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

    Future<Call> open(SessionDescription offer, JsonObject session, boolean beta) {
        return peers.open(offer).map(peer -> begin(peer, session, beta));
    }

    private Call begin(CallPeer peer, JsonObject given, boolean beta) {
        String id = stage.ids().next("rtc_", 24);
        InterviewScript script = stage.scripts().of(id);
        Session session = new Session("call " + id, given, script, stage, new PeerLine(peer, speech), () -> {
            byId.remove(id);
            peer.close();
        });
        if (!peer.carriesMedia()) {
            session.attach(new VirtualCandidate(session, script, stage, pause));
        }
        Call call = new Call(id, session, peer, beta);
        byId.put(id, call);
        stage.faults()
                .disconnect(FaultPoint.OPENAI_MEDIA, id)
                .ifPresent(life -> stage.time().after(life, call::lost));
        return call;
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
