package dev.colloquy.simulators.openai.peer;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all peers share.
 *
 * @param pacer the one thread that pushes sound
 * @param patience how long a browser may take to connect, in the machine's own time like all of WebRTC
 */
record Equipment(Slots slots, Wires wires, ScheduledExecutorService pacer, Duration patience) {}
