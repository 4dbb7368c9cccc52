/**
 * Makes the simulated providers fail as real ones do. Faults are armed by {@code /control/faults} or, for one call, by the
 * header {@code X-Simulate-Fault}. They strike in two places: {@link CallFaults} stands in front of the providers' routes,
 * {@link WebhookGate} in front of the senders of webhooks.
 */
@NullMarked
package dev.colloquy.simulators.faults;

import org.jspecify.annotations.NullMarked;
