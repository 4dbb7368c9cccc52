package dev.colloquy.session.position;

import dev.colloquy.events.TenantId;
import dev.colloquy.session.tenant.DemoConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Two tenants to try the product with. */
@ApplicationScoped
class DemoTenants {

    private static final PositionRequest PAYMENTS_ENGINEER = new PositionRequest(
            "Backend Engineer, Payments",
            "Acme",
            List.of("Customers' money is sacred", "Say what you do not know", "Small steps, often"),
            List.of(
                    new Competency("System design", "Designs services that stay correct under failure and load", 30),
                    new Competency("Java and databases", "Knows transactions, isolation, and what the JVM does", 30),
                    new Competency("Operating what you build", "Finds, explains and prevents faults in production", 20),
                    new Competency("Working together", "Listens, explains, changes the mind on good reasons", 20)),
            new Persona(
                    "Maya", "alloy", "Warm and precise; asks one question at a time and follows up on vague answers"),
            List.of(),
            false,
            "en",
            1800,
            null,
            true);

    private static final Persona PANEL_LEAD =
            new Persona("Ines", "coral", "Asks for the decision and what it cost; keeps the time");

    private static final PositionRequest ENGINEERING_MANAGER = new PositionRequest(
            "Engineering Manager, Platform",
            "Acme",
            List.of("Say what you do not know", "Grow people before systems"),
            List.of(
                    new Competency("Growing people", "Gives feedback that changes something, early and kindly", 40),
                    new Competency("Technical judgement", "Weighs risk, cost and time, and explains the choice", 35),
                    new Competency("Working with others", "Settles conflicts between teams without winning them", 25)),
            PANEL_LEAD,
            List.of(
                    PANEL_LEAD,
                    new Persona("Theo", "ash", "An engineer of the team; asks how a day with this manager would be")),
            true,
            "en",
            2700,
            null,
            false);

    private static final PositionRequest SUPPORT_LEAD = new PositionRequest(
            "Customer Support Lead",
            "Globex",
            List.of("Own the outcome", "Kindness scales"),
            List.of(
                    new Competency("Judgement", "Decides well with half the facts and says which half is missing", 40),
                    new Competency("Leading people", "Helps a team get better and holds a fair line", 35),
                    new Competency("Clear writing", "Turns a messy case into an answer a customer can use", 25)),
            new Persona("Jonas", "verse", "Calm and curious; lets silences stand and thanks for concrete examples"),
            List.of(),
            false,
            "en",
            1200,
            null,
            true);

    private final DemoConfig config;
    private final PositionService positions;

    DemoTenants(DemoConfig config, PositionService positions) {
        this.config = config;
        this.positions = positions;
    }

    void onStart(@Observes StartupEvent event) throws Throwable {
        if (config.demoData()) {
            VertxContextSupport.subscribeAndAwait(this::setUp);
        }
    }

    private Uni<Void> setUp() {
        return positions
                .setUp(new TenantId("acme"), "Acme", List.of(PAYMENTS_ENGINEER, ENGINEERING_MANAGER))
                .chain(() -> positions.setUp(new TenantId("globex"), "Globex", List.of(SUPPORT_LEAD)));
    }
}
