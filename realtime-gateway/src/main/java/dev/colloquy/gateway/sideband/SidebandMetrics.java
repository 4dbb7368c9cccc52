package dev.colloquy.gateway.sideband;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How well calls are followed. */
@ApplicationScoped
class SidebandMetrics {

    private final Counter takenOver;
    private final Counter lost;
    private final Counter reasserted;

    SidebandMetrics(MeterRegistry meters) {
        takenOver = Counter.builder("colloquy.gateway.calls.taken.over")
                .description("Calls whose replica stopped following them")
                .register(meters);
        lost = Counter.builder("colloquy.gateway.sidebands.lost")
                .description("Sidebands that broke during a call")
                .register(meters);
        reasserted = Counter.builder("colloquy.gateway.calls.reasserted")
                .description("Sessions that somebody else had changed")
                .register(meters);
    }

    void takenOver(int calls) {
        takenOver.increment(calls);
    }

    void lost() {
        lost.increment();
    }

    void reasserted() {
        reasserted.increment();
    }
}
