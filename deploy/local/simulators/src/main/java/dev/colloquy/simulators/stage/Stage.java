package dev.colloquy.simulators.stage;

import dev.colloquy.simulators.faults.Faults;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.Outgoing;
import dev.colloquy.simulators.runtime.SimulatedTime;
import dev.colloquy.simulators.script.Scripts;
import dev.colloquy.simulators.speech.Speech;
import io.vertx.core.Vertx;

/** What every simulator is given. All of it is used from one event loop. */
public record Stage(
        Vertx vertx,
        SimulatedTime time,
        Ids ids,
        Outgoing outgoing,
        Faults faults,
        Journal journal,
        Scripts scripts,
        Speech speech) {}
