package dev.colloquy.simulators;

import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.elevenlabs.ElevenLabs;
import dev.colloquy.simulators.faults.CallFaults;
import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Faults;
import dev.colloquy.simulators.faults.FaultsResource;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.journal.JournalResource;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.livekit.LiveKit;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.openai.OpenAi;
import dev.colloquy.simulators.page.PageResource;
import dev.colloquy.simulators.page.VisitorTokens;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.Outgoing;
import dev.colloquy.simulators.runtime.SimulatedTime;
import dev.colloquy.simulators.script.ScriptResource;
import dev.colloquy.simulators.script.Scripts;
import dev.colloquy.simulators.speech.Speech;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All simulators behind one port, on one event loop: their state needs no locks. */
final class SimulatorServer extends AbstractVerticle {

    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final int LARGEST_SOCKET_MESSAGE = 24 * 1024 * 1024;
    private static final int LARGEST_FORM_FIELD = 1024 * 1024;

    private final SimulatorsConfig config;
    private final Function<Vertx, SimulatedTime> time;
    private @Nullable HttpServer server;

    SimulatorServer(SimulatorsConfig config, Function<Vertx, SimulatedTime> time) {
        this.config = config;
        this.time = time;
    }

    int port() {
        return server == null ? 0 : server.actualPort();
    }

    @Override
    public void start(Promise<Void> started) {
        readLongStrings();
        HttpServerOptions options = new HttpServerOptions()
                .setMaxFormAttributeSize(LARGEST_FORM_FIELD)
                .setMaxWebSocketFrameSize(LARGEST_SOCKET_MESSAGE)
                .setMaxWebSocketMessageSize(LARGEST_SOCKET_MESSAGE)
                .addWebSocketSubProtocol("realtime")
                .addWebSocketSubProtocol("convai");
        vertx.createHttpServer(options)
                .requestHandler(router(stage()))
                .listen(config.port(), config.host())
                .onSuccess(listening -> server = listening)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    /** A message of a socket may be one string of sound: longer than Jackson reads unless told. */
    private static void readLongStrings() {
        DatabindCodec.mapper()
                .getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LARGEST_SOCKET_MESSAGE)
                        .build());
    }

    private Stage stage() {
        SimulatedTime now = time.apply(vertx);
        Journal journal = new Journal(now::now, config.secrets());
        return new Stage(
                vertx,
                now,
                new Ids(new SecureRandom()),
                new Outgoing(vertx),
                new Faults(journal),
                journal,
                new Scripts(),
                Speech.ofThisMachine(vertx));
    }

    private Router router(Stage stage) {
        Router router = Router.router(vertx);
        router.get("/q/health/ready").handler(context -> context.json(new JsonObject().put("status", "UP")));
        Control.keepToItself(router, config.host());
        breakCalls(router, new CallFaults(stage.faults(), stage.time(), vertx));
        router.route().handler(BodyHandler.create().setBodyLimit(LARGEST_BODY).setDeleteUploadedFilesOnEnd(true));
        writeDown(router, new JournalResource(stage.journal()));
        LiveKit.mount(router, config.liveKit(), stage);
        OpenAi.mount(router, config.openAi(), stage);
        ElevenLabs.mount(router, config.elevenLabs(), stage);
        new FaultsResource(stage.faults()).mount(router);
        new ScriptResource(stage.scripts()).mount(router);
        new VisitorTokens(config.liveKit(), stage.time()).mount(router);
        Control.refuseWithProblems(router);
        PageResource.mount(router);
        return router;
    }

    private static void breakCalls(Router router, CallFaults faults) {
        faults.standBefore(router, FaultPoint.LIVEKIT_API, TwirpError::ofStatus);
        faults.standBefore(router, FaultPoint.OPENAI_CHAT, OpenAi::failure);
        faults.standBefore(router, FaultPoint.OPENAI_AUDIO, OpenAi::failure);
        faults.standBefore(router, FaultPoint.OPENAI_CALLS, OpenAi::failure);
        faults.standBefore(router, FaultPoint.ELEVENLABS_API, ElevenLabs::failure);
    }

    private static void writeDown(Router router, JournalResource journal) {
        journal.record(router, "/twirp/*", Provider.LIVEKIT);
        journal.record(router, "/v1/chat/*", Provider.OPENAI);
        journal.record(router, "/v1/responses", Provider.OPENAI);
        journal.record(router, "/v1/models*", Provider.OPENAI);
        journal.record(router, "/v1/audio/*", Provider.OPENAI);
        journal.record(router, "/v1/realtime", Provider.OPENAI);
        journal.record(router, "/v1/realtime/*", Provider.OPENAI);
        journal.record(router, "/v1/convai/*", Provider.ELEVENLABS);
        journal.record(router, "/control/livekit/*", Provider.CONTROL);
        journal.record(router, "/control/elevenlabs/*", Provider.CONTROL);
        journal.record(router, "/control/openai/*", Provider.CONTROL);
        journal.mount(router);
    }
}
