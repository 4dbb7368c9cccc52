package dev.colloquy.messaging;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Drives every worker of the service. */
@ApplicationScoped
class Workforce {

    private final List<Shift> shifts;
    private final Signals signals;

    Workforce(
            @All List<Worker> workers, Signals signals, WorkTable table, WorkContext context, MessagingConfig config) {
        this.signals = signals;
        this.shifts = workers.stream()
                .map(worker -> new Shift(worker, table, context, config.lease()))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        shifts.forEach(shift -> signals.onSignal(Shift.subject(shift.queue()), shift::request));
    }

    void stop(@Observes ShutdownEvent event) {
        shifts.forEach(Shift::stop);
    }
}
