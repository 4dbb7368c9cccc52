package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.elevenlabs.conversations.Conversation.Status;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a conversation is told: what was said shows from processing on, the analysis when it is done. */
public final class ConversationView {

    private ConversationView() {}

    /** The shape of both {@code GET …/conversations/{id}} and the webhook's {@code data}. */
    public static JsonObject whole(Conversation conversation) {
        boolean audio = hasAudio(conversation);
        JsonArray transcript = new JsonArray();
        if (conversation.hasEnded()) {
            conversation.lines().forEach(line -> transcript.add(line.view()));
        }
        return new JsonObject()
                .put("agent_id", conversation.agentId())
                .put("agent_name", "Simulated agent")
                .put("conversation_id", conversation.id())
                .put("status", conversation.status().wireName())
                .put("user_id", conversation.initiation().userId())
                .putNull("branch_id")
                .putNull("version_id")
                .put("environment", "production")
                .put("transcript", transcript)
                .put("metadata", metadata(conversation))
                .put("analysis", conversation.isDone() ? analysis(conversation) : null)
                .put(
                        "conversation_initiation_client_data",
                        conversation.initiation().view(conversation))
                .put("has_audio", audio)
                .put("has_user_audio", audio)
                .put("has_response_audio", audio)
                .put("has_auxiliary_audio", false)
                .put("tag_ids", new JsonArray())
                .put("visited_agents", new JsonArray());
    }

    /** One entry of the list. */
    static JsonObject summary(Conversation conversation) {
        return new JsonObject()
                .put("agent_id", conversation.agentId())
                .put("agent_name", "Simulated agent")
                .put("conversation_id", conversation.id())
                .put("start_time_unix_secs", startSeconds(conversation))
                .put("call_duration_secs", conversation.durationSeconds())
                .put(
                        "message_count",
                        conversation.hasEnded() ? conversation.lines().size() : 0)
                .put("status", conversation.status().wireName())
                .put("call_successful", outcome(conversation))
                .put("termination_reason", conversation.ending());
    }

    public static boolean hasAudio(Conversation conversation) {
        return conversation.isDone() && !conversation.initiation().textOnly();
    }

    static long startSeconds(Conversation conversation) {
        @Nullable Instant startedAt = conversation.startedAt();
        return startedAt == null ? 0 : startedAt.getEpochSecond();
    }

    static String outcome(Conversation conversation) {
        return conversation.isDone() ? "success" : conversation.status() == Status.FAILED ? "failure" : "unknown";
    }

    private static JsonObject metadata(Conversation conversation) {
        @Nullable String failure = conversation.failure();
        return new JsonObject()
                .put("start_time_unix_secs", startSeconds(conversation))
                .put("accepted_time_unix_secs", startSeconds(conversation))
                .put("call_duration_secs", conversation.durationSeconds())
                .put("termination_reason", conversation.ending() == null ? "" : conversation.ending())
                .put(
                        "error",
                        failure == null
                                ? null
                                : new JsonObject().put("code", 1011).put("reason", failure))
                .put("warnings", new JsonArray())
                .put("main_language", "en")
                .put("text_only", conversation.initiation().textOnly())
                .put("authorization_method", conversation.authorization())
                .put("conversation_initiation_source", "unknown");
    }

    private static JsonObject analysis(Conversation conversation) {
        return new JsonObject()
                .put("call_successful", outcome(conversation))
                .put(
                        "transcript_summary",
                        "A scripted interview of " + conversation.lines().size() + " turns.")
                .put("evaluation_criteria_results", new JsonObject())
                .put("data_collection_results", new JsonObject());
    }
}
