package dev.colloquy.gateway.peers;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** OpenAI's calls endpoint. An offer with a line {@code a=x-status:<n>} gets that status, 0 no answer at all. */
public final class OpenAiPeer extends Peer {

    /** A request as it came. */
    public record Placed(String authorization, String contentType, String body) {}

    private static final Pattern STATUS = Pattern.compile("a=x-status:(\\d+)");

    private final List<Placed> placed = new CopyOnWriteArrayList<>();
    private final Set<String> hungUp = ConcurrentHashMap.newKeySet();

    /** The request that carried this mark in its offer. */
    public Placed placedWith(String mark) {
        return placed.stream()
                .filter(call -> call.body().contains(mark))
                .findFirst()
                .orElseThrow();
    }

    public boolean hasHungUp(String callId) {
        return hungUp.contains(callId);
    }

    @Override
    Answer answer(HttpExchange exchange, byte[] bytes) {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/hangup")) {
            hungUp.add(path.split("/")[4]);
            return Answer.of(200);
        }
        var body = new String(bytes, StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        placed.add(new Placed(headers.getFirst("Authorization"), headers.getFirst("Content-Type"), body));
        var status = STATUS.matcher(body);
        if (status.find()) {
            return new Answer(
                    Integer.parseInt(status.group(1)),
                    "application/json",
                    "{\"error\": {\"message\": \"secret of the provider\"}}".getBytes(StandardCharsets.UTF_8),
                    Map.of());
        }
        var location = "/v1/realtime/calls/rtc_" + UUID.randomUUID().toString().replace("-", "");
        return new Answer(
                201,
                "application/sdp",
                ("v=0\r\ns=" + location + "\r\n").getBytes(StandardCharsets.UTF_8),
                Map.of("Location", location));
    }
}
