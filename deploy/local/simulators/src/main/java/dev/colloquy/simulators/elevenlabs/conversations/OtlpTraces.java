package dev.colloquy.simulators.elevenlabs.conversations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as one OpenTelemetry trace in OTLP's JSON: a root span, and a span for each turn. */
public final class OtlpTraces {

    private static final int OK = 1;

    private final Conversation conversation;
    private final String traceId;
    private final Instant start;
    private final JsonArray spans = new JsonArray();

    private OtlpTraces(Conversation conversation) {
        this.conversation = conversation;
        this.traceId = UUID.nameUUIDFromBytes(conversation.id().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        this.start = Objects.requireNonNullElse(conversation.startedAt(), Instant.EPOCH);
    }

    public static JsonObject of(Conversation conversation) {
        return new OtlpTraces(conversation).batch();
    }

    private JsonObject batch() {
        span("elevenlabs.conversation", null, Duration.ZERO, Duration.ofSeconds(conversation.durationSeconds()))
                .put("attributes", JsonArray.of(attribute("elevenlabs.source", "post_call_webhook")));
        if (conversation.hasEnded()) {
            conversation.lines().forEach(this::turn);
        }
        JsonObject scope = new JsonObject().put("name", "elevenlabs.convai").put("version", "1.0.0");
        JsonObject resource = new JsonObject()
                .put(
                        "attributes",
                        JsonArray.of(
                                attribute("service.name", "elevenlabs-convai"),
                                attribute("elevenlabs.conversation_id", conversation.id()),
                                attribute("elevenlabs.agent_id", conversation.agentId())));
        JsonObject scopeSpans = new JsonObject().put("scope", scope).put("spans", spans);
        return new JsonObject()
                .put(
                        "resourceSpans",
                        JsonArray.of(new JsonObject()
                                .put("resource", resource)
                                .put("scopeSpans", JsonArray.of(scopeSpans))));
    }

    private void turn(Line line) {
        Duration from = Duration.ofSeconds(line.seconds());
        Duration until = from.plusMillis((long) (1000 * Line.secondsToSay(line.message())));
        Line.@Nullable ToolCall tool = line.tool();
        if (tool != null) {
            span("elevenlabs.tool." + tool.name(), spanId(0), from, until);
        } else {
            boolean user = line.role().equals("user");
            String name = user ? "elevenlabs.recv.user_transcript" : "elevenlabs.recv.agent_response";
            span(name, spanId(0), from, until)
                    .put(
                            "attributes",
                            JsonArray.of(attribute(
                                    user ? "elevenlabs.user.text" : "elevenlabs.agent.text",
                                    String.valueOf(line.message()))));
        }
    }

    private JsonObject span(String name, @Nullable String parent, Duration from, Duration until) {
        JsonObject span = new JsonObject()
                .put("traceId", traceId)
                .put("spanId", spanId(spans.size()))
                .put("name", name)
                .put("startTimeUnixNano", nanoseconds(from))
                .put("endTimeUnixNano", nanoseconds(until))
                .put("status", new JsonObject().put("code", OK));
        spans.add(parent == null ? span : span.put("parentSpanId", parent));
        return span;
    }

    private static String spanId(int number) {
        return String.format("%016x", number + 1);
    }

    private String nanoseconds(Duration sinceStart) {
        Instant at = start.plus(sinceStart);
        return String.valueOf(at.getEpochSecond() * 1_000_000_000L + at.getNano());
    }

    private static JsonObject attribute(String key, String value) {
        return new JsonObject().put("key", key).put("value", new JsonObject().put("stringValue", value));
    }
}
