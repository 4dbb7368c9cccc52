package dev.colloquy.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks processes whether they are ready until they say so. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http;
    private final ScheduledExecutorService scheduler;
    private final Console console;

    Readiness(HttpClient http, ScheduledExecutorService scheduler, Console console) {
        this.http = http;
        this.scheduler = scheduler;
        this.console = console;
    }

    CompletableFuture<Void> of(String name, String address) {
        var probe = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var ready = new CompletableFuture<Void>();
        ask(probe, ready);
        return ready.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenRun(() -> console.say(name + " is ready"))
                .exceptionallyCompose(_ -> CompletableFuture.failedFuture(
                        new StartFailed("%s was not ready after %d s".formatted(name, PATIENCE.toSeconds()))));
    }

    private void ask(HttpRequest probe, CompletableFuture<Void> ready) {
        if (ready.isDone()) {
            return;
        }
        var _ = http.sendAsync(probe, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 200) {
                ready.complete(null);
            } else if (!scheduler.isShutdown()) {
                var _ = scheduler.schedule(() -> ask(probe, ready), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }
}
