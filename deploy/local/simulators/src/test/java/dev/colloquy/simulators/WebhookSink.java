package dev.colloquy.simulators;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Receives webhooks and answers as told: the planned statuses first, then 200. */
final class WebhookSink implements AutoCloseable {

    record Hook(long nanos, Map<String, List<String>> headers, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }

        String event() {
            return json().getString("event", json().getString("type"));
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CountDownLatch> holds = new ConcurrentLinkedQueue<>();
    private final List<CountDownLatch> held = new CopyOnWriteArrayList<>();
    private volatile int retryAfter;

    WebhookSink() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            hooks.add(new Hook(System.nanoTime(), Map.copyOf(exchange.getRequestHeaders()), body));
            Integer planned = statuses.poll();
            if (planned != null && retryAfter > 0) {
                exchange.getResponseHeaders().add("Retry-After", String.valueOf(retryAfter));
            }
            holdBack(holds.poll());
            exchange.sendResponseHeaders(planned == null ? 200 : planned, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    void answerFirst(Integer... planned) {
        statuses.addAll(List.of(planned));
    }

    /** What planned refusals say, in seconds. */
    void askToWait(int seconds) {
        retryAfter = seconds;
    }

    /** The next answer waits until what this gives is run, or the sink closes. */
    Runnable holdNext() {
        CountDownLatch hold = new CountDownLatch(1);
        held.add(hold);
        holds.add(hold);
        return hold::countDown;
    }

    private static void holdBack(@Nullable CountDownLatch hold) {
        try {
            if (hold != null) {
                hold.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    List<Hook> hooks() {
        return List.copyOf(hooks);
    }

    List<String> events() {
        return hooks.stream().map(Hook::event).toList();
    }

    Hook first(String event) {
        return hooks.stream()
                .filter(hook -> hook.event().equals(event))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + event + " in " + events()));
    }

    @Override
    public void close() {
        held.forEach(CountDownLatch::countDown);
        server.stop(0);
        threads.close();
    }
}
