package dev.colloquy.simulators.faults;

import java.time.Duration;

/** What happens to one webhook. */
public record WebhookFault(boolean dropped, boolean duplicated, boolean badlySigned, Duration delay) {

    static final WebhookFault NONE = new WebhookFault(false, false, false, Duration.ZERO);
}
