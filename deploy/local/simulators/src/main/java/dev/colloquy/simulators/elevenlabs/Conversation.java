package dev.colloquy.simulators.elevenlabs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One conversation of an agent: initiated → in-progress → processing → done. What was said shows from processing on. */
final class Conversation {

    private static final double SECONDS_PER_WORD = 0.4;

    private final String id;
    private final String agentId;
    private Status status = Status.INITIATED;
    private CallPlan plan = CallPlan.NOTHING;
    private @Nullable Instant startedAt;

    Conversation(String id, String agentId) {
        this.id = id;
        this.agentId = agentId;
    }

    /** The statuses ElevenLabs knows, in their order. */
    enum Status {
        INITIATED,
        IN_PROGRESS,
        PROCESSING,
        DONE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One message and when in the call it began. */
    record Line(String role, String message) {

        double seconds() {
            return 1 + message.split("\\s+", -1).length * SECONDS_PER_WORD;
        }
    }

    /** Who calls with which variables, and what will be said. */
    record CallPlan(@Nullable String userId, JsonObject dynamicVariables, List<Line> lines) {
        static final CallPlan NOTHING = new CallPlan(null, new JsonObject(), List.of());
    }

    String id() {
        return id;
    }

    String agentId() {
        return agentId;
    }

    boolean is(Status expected) {
        return status == expected;
    }

    boolean hasEnded() {
        return status.compareTo(Status.PROCESSING) >= 0;
    }

    void start(CallPlan with, Instant now) {
        plan = with;
        startedAt = now;
        status = Status.IN_PROGRESS;
    }

    void end() {
        status = Status.PROCESSING;
    }

    void analysed() {
        status = Status.DONE;
    }

    double durationSeconds() {
        return plan.lines().stream().mapToDouble(Line::seconds).sum();
    }

    /** The shape of both {@code GET …/conversations/{id}} and the webhook's {@code data}. */
    JsonObject view() {
        boolean audio = status == Status.DONE;
        return new JsonObject()
                .put("agent_id", agentId)
                .put("conversation_id", id)
                .put("status", status.wireName())
                .put("user_id", plan.userId())
                .put("transcript", hasEnded() ? transcript() : new JsonArray())
                .put("metadata", metadata())
                .put("analysis", status == Status.DONE ? analysis() : null)
                .put("conversation_initiation_client_data", initiation())
                .put("has_audio", audio)
                .put("has_user_audio", audio)
                .put("has_response_audio", audio);
    }

    private JsonArray transcript() {
        JsonArray transcript = new JsonArray();
        double elapsed = 0;
        for (Line line : plan.lines()) {
            transcript.add(new JsonObject()
                    .put("role", line.role())
                    .put("message", line.message())
                    .put("time_in_call_secs", (int) elapsed)
                    .putNull("tool_calls")
                    .putNull("tool_results")
                    .put("interrupted", false));
            elapsed += line.seconds();
        }
        return transcript;
    }

    private JsonObject metadata() {
        return new JsonObject()
                .put("start_time_unix_secs", startedAt == null ? 0 : startedAt.getEpochSecond())
                .put("call_duration_secs", hasEnded() ? (int) durationSeconds() : 0)
                .put("termination_reason", hasEnded() ? "Call ended by remote party" : "")
                .put("main_language", "en")
                .put("text_only", false);
    }

    private JsonObject analysis() {
        return new JsonObject()
                .put("call_successful", "success")
                .put(
                        "transcript_summary",
                        "A scripted interview of " + plan.lines().size() + " turns.")
                .put("evaluation_criteria_results", new JsonObject())
                .put("data_collection_results", new JsonObject());
    }

    private JsonObject initiation() {
        JsonObject variables = plan.dynamicVariables()
                .copy()
                .put("system__conversation_id", id)
                .put("system__agent_id", agentId);
        return new JsonObject()
                .put("conversation_config_override", new JsonObject())
                .put("custom_llm_extra_body", new JsonObject())
                .put("user_id", plan.userId())
                .put("dynamic_variables", variables);
    }
}
