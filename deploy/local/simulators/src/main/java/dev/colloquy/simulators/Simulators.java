package dev.colloquy.simulators;

import dev.colloquy.simulators.runtime.Environment;
import dev.colloquy.simulators.runtime.ScaledTime;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the simulators as a process of their own. */
public final class Simulators {

    private static final Logger LOG = Logger.getLogger(Simulators.class.getName());

    private Simulators() {}

    public static void main(String[] arguments) {
        SimulatorsConfig config = SimulatorsConfig.from(new Environment(System.getenv()));
        SimulatorServer server =
                new SimulatorServer(config, vertx -> new ScaledTime(vertx, Clock.systemUTC(), config.timeScale()));
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(server)
                .onSuccess(_ -> LOG.log(Level.INFO, "simulators listen on port {0,number,#}", server.port()))
                .onFailure(failure -> {
                    LOG.log(Level.SEVERE, "simulators cannot start", failure);
                    vertx.close().onComplete(_ -> System.exit(1));
                });
    }
}
