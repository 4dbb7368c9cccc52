package dev.colloquy.webhooks.load;

import dev.colloquy.events.InterviewId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Send webhooks at a given rate, whether or not the ones before are answered: a fifth again, half of those at once and half
 * later, and one of twenty forged. What is not delivered is sent up to five times, as LiveKit does.
 */
public final class Providers implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final int REMEMBERED = 2000;

    private final Ledger ledger = Ledger.empty();
    private final Supplier<String> address;
    private final Random random;
    private final Facts facts;
    private final Forger forger;
    private final List<Webhook> sent = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<?>> sending = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private Thread pacer = new Thread();

    /** @param address where the next webhook is to be sent */
    public Providers(Supplier<String> address, Clock clock, long seed) {
        this.address = address;
        this.random = new Random(seed);
        this.facts = new Facts(clock, random);
        this.forger = new Forger(clock, random);
    }

    public Providers begin(int perSecond) {
        pacer = Thread.ofPlatform().name("pacer").start(() -> pace(perSecond));
        return this;
    }

    public void letSend(Duration time) {
        await(System.nanoTime() + time.toNanos());
    }

    /** The end of a recording, at once. */
    public void tellRecorded(InterviewId interview) {
        send(facts.recorded(interview), System.nanoTime());
    }

    /** Lets them tell the rest of what they have begun to tell, and waits until all is answered or given up. */
    public Ledger finish() {
        stopping = true;
        try {
            pacer.join();
            for (var one : sending) {
                one.get();
            }
            return ledger;
        } catch (ExecutionException e) {
            throw new AssertionError("A provider has failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void pace(int perSecond) {
        long begin = System.nanoTime();
        long slot = 0;
        while (!stopping) {
            slot += sendNext(await(begin + slot * 1_000_000_000L / perSecond));
        }
        for (var webhook : facts.rest()) {
            send(webhook, await(begin + slot++ * 1_000_000_000L / perSecond));
        }
    }

    private static long await(long due) {
        for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
        return due;
    }

    /** Returns how many were sent. */
    private int sendNext(long due) {
        int dice = random.nextInt(100);
        if (dice < 6) {
            send(forger.forge(facts.unsent(), sent.isEmpty() ? facts.unsent() : anyOf(sent)), due);
            return 1;
        }
        if (dice < 17 && !sent.isEmpty()) {
            send(anyOf(sent), due);
            return 1;
        }
        var webhook = facts.next();
        remember(webhook);
        send(webhook, due);
        if (dice >= 88) {
            send(webhook, due);
            return 2;
        }
        return 1;
    }

    private Webhook anyOf(List<Webhook> webhooks) {
        return webhooks.get(random.nextInt(webhooks.size()));
    }

    private void remember(Webhook webhook) {
        if (sent.size() < REMEMBERED) {
            sent.add(webhook);
        } else {
            sent.set(random.nextInt(REMEMBERED), webhook);
        }
    }

    private void send(Webhook webhook, long due) {
        ledger.sending(webhook);
        sending.add(threads.submit(() -> deliver(webhook, due)));
    }

    private void deliver(Webhook webhook, long firstDue) {
        long due = firstDue;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var answer = attempt(webhook, due);
            ledger.answered(webhook, answer);
            if (answer.isFinal()) {
                return;
            }
            due = await(System.nanoTime() + answer.wait(attempt).toNanos());
        }
        ledger.givenUp(webhook);
    }

    private Answer attempt(Webhook webhook, long due) {
        var request = HttpRequest.newBuilder(URI.create(address.get() + webhook.path()))
                .timeout(ANSWER)
                .POST(BodyPublishers.ofString(webhook.body()));
        webhook.headers().forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.discarding());
            return new Answer(due, System.nanoTime(), response.statusCode(), retryAfter(response));
        } catch (IOException _) {
            return new Answer(due, System.nanoTime(), 0, 0);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static int retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while sending", e);
    }
}
