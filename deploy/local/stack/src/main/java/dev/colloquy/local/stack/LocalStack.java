package dev.colloquy.local.stack;

import dev.colloquy.local.edge.AccessLog;
import dev.colloquy.local.edge.Edge;
import dev.colloquy.local.edge.LandingPage;
import dev.colloquy.local.edge.Page;
import dev.colloquy.local.embedded.EmbeddedMail;
import dev.colloquy.local.embedded.EmbeddedParts;
import dev.colloquy.local.embedded.EmbeddedParts.Part;
import dev.colloquy.local.mailbox.Mailbox;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/** Everything on one machine: parts in this JVM, the edge in front, services and simulators as child processes. */
public final class LocalStack implements AutoCloseable {

    private static final String GIVEN_UP = "Stopped before everything was ready";
    private static final String BUCKET = "colloquy";

    private final StackOptions options;
    private final StackSettings settings;
    private final Console console;
    private final Programs programs;
    private final Children children = new Children();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
    private volatile Runnable tellAddresses = () -> {};

    public LocalStack(StackOptions options, StackSettings settings) {
        this.options = options;
        this.settings = settings;
        this.console = new Console(settings.out(), settings.clock());
        this.programs = new Programs(options.root(), options.data());
    }

    /** Comes back when everything is ready to be used. If anything fails, what had started is stopped again. */
    public synchronized LocalStack start() {
        try {
            startAll();
            return this;
        } catch (RuntimeException e) {
            stopAll();
            throw givenUp.isDone() ? new StartFailed(GIVEN_UP) : e;
        }
    }

    /** Stops in the reverse order of the start: processes, edge, parts. A start under way is given up. */
    @Override
    public void close() {
        givenUp.completeExceptionally(new StartFailed(GIVEN_UP));
        synchronized (this) {
            stopAll();
        }
    }

    private void stopAll() {
        if (toClose.isEmpty()) {
            return;
        }
        console.say("Stopping");
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                console.say("Not stopped cleanly: " + e);
            }
        }
        console.say("Everything has stopped");
    }

    private void startAll() {
        var run = RunFolder.take(options.data()).orElseThrow(() -> new AlreadyRunning(options.data()));
        toClose.push(run);
        StackLog.writeTo(logFile("stack"));
        run.endLeftovers(options.data(), console);
        EmbeddedParts.endLeftovers(partsFolder());
        var ports = options.randomPorts() ? Ports.random() : Ports.fixed();
        TakenPorts.refuse(ports);
        var secrets = Secrets.keptIn(options.data(), settings.random());
        var providers = new Providers(settings.userEnvironment(), ports, secrets);

        console.say("Starting PostgreSQL, Kafka, S3, SMTP and identity");
        var parts = EmbeddedParts.start(plan(providers, ports, secrets));
        toClose.push(parts);
        console.say("They are ready");
        var environments = new Environments(parts, providers, ports, secrets);
        var addresses = new Addresses(environments, ports, secrets, options);
        openEdge(ports, parts, addresses);
        startChildren(environments, ports, run);

        tellAddresses =
                () -> PrivateFile.write(RunFolder.environmentFile(options.data()), addresses.file(children.pids()));
        tellAddresses.run();
        console.show(addresses.table());
    }

    private EmbeddedParts.Plan plan(Providers providers, Ports ports, Secrets secrets) {
        var wanted = EnumSet.allOf(Part.class);
        if (providers.ownS3()) {
            wanted.remove(Part.S3);
        }
        if (providers.ownMail()) {
            wanted.remove(Part.MAIL);
        }
        if (providers.ownIdentity()) {
            wanted.remove(Part.IDENTITY);
        }
        return new EmbeddedParts.Plan(partsFolder(), wanted, ports::of, secrets::get, BUCKET);
    }

    private void openEdge(Ports ports, EmbeddedParts parts, Addresses addresses) {
        var vertx = Vertx.vertx();
        toClose.push(
                () -> vertx.close().toCompletionStage().toCompletableFuture().join());
        var log = new AccessLog(logFile("edge"), settings.clock());
        toClose.push(log);
        var pages = new HashMap<String, Page>();
        pages.put("/", new LandingPage(addresses.forPeople()));
        pages.put("/interview/*", Page.fixed(404, "no-web-app.html"));
        pages.put("/results", Page.fixed(404, "no-web-app.html"));
        pages.put("/q/health", request -> Page.send(request, 200, "application/json", "{\"status\":\"UP\"}"));
        parts.find(EmbeddedMail.class).ifPresent(mail -> pages.putAll(new Mailbox(vertx, mail::messages).pages()));
        var services = Arrays.stream(ServiceName.values())
                .collect(Collectors.toMap(ServiceName::inApi, service -> URI.create(ports.url(service))));
        var edge = Edge.ofApi(vertx, services, pages, log);
        edge.listen(ports.of(Ports.EDGE))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        toClose.push(
                () -> edge.close().toCompletionStage().toCompletableFuture().join());
    }

    private void startChildren(Environments environments, Ports ports, RunFolder run) {
        var scheduler = Executors.newSingleThreadScheduledExecutor();
        var http = HttpClient.newHttpClient();
        toClose.push(http);
        toClose.push(scheduler::shutdownNow);
        toClose.push(children::stop);
        var readiness = new Readiness(http, scheduler, console);
        var ready = new ArrayList<CompletableFuture<Void>>();
        var simulators = child(Ports.SIMULATORS, programs.simulators(), environments.ofSimulators(), run, scheduler);
        children.addSimulators(simulators);
        ready.add(readiness.of(Ports.SIMULATORS, ports.url(Ports.SIMULATORS)));
        for (ServiceName service : options.services()) {
            var command = programs.service(service);
            children.addService(child(service.module(), command, environments.of(service), run, scheduler));
            ready.add(readiness.of(service.module(), ports.url(service)));
        }
        awaitReady(ready);
    }

    private Child child(
            String name,
            List<String> command,
            Map<String, String> environment,
            RunFolder run,
            ScheduledExecutorService scheduler) {
        var spec = new Child.Spec(name, command, environment, logFile(name), run.pidFile(name));
        var child = new Child(spec, console, scheduler, () -> tellAddresses.run());
        child.start();
        return child;
    }

    private void awaitReady(List<CompletableFuture<Void>> ready) {
        var all = CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, children.firstEnd(), givenUp).join();
        } catch (CompletionException e) {
            throw new StartFailed(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    private Path partsFolder() {
        return options.data().resolve("parts");
    }

    private Path logFile(String name) {
        try {
            return Files.createDirectories(options.logs()).resolve(name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
