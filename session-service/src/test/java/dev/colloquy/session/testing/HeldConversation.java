package dev.colloquy.session.testing;

import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.ConversationRecorded;
import dev.colloquy.events.FactSource;
import dev.colloquy.local.embedded.DemoUser;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation that was held with ElevenLabs, as its client and webhook-service tell of it. */
public record HeldConversation(String id, UUID delivery) {

    public static HeldConversation fresh() {
        return new HeldConversation("conv_" + UUID.randomUUID(), UUID.randomUUID());
    }

    /** The dynamic variable that names a session. */
    public static String named(Object session) {
        return """
            "conversation_initiation_client_data": {"dynamic_variables": {"client_session_id": "%s"}},""".formatted(session);
    }

    /** Of the conversation: who talked. */
    public static String by(String user) {
        return """
            "user_id": "%s",""".formatted(DemoUser.named(user).orElseThrow().subject());
    }

    /** A signed-in candidate saves a session's end, with what he knows of its conversation. */
    public static void save(String candidate, String session, @Nullable String conversation, @Nullable String agent) {
        var request = new HashMap<String, Object>();
        request.put("client_session_id", session);
        request.put("ended_by", "user");
        request.put("conversation_id", conversation);
        request.put("agent_id", agent);
        Callers.user(candidate).body(request).post("/api/save-interview").then().statusCode(200);
    }

    /** The signed webhook came in, which says this, too. */
    public void complete(String more) {
        complete(more, """
                "metadata": {"start_time_unix_secs": 1767225600, "call_duration_secs": 60},""");
    }

    public void complete(String more, String metadata) {
        Peers.answer("/internal/deliveries/" + delivery, """
                {"type": "post_call_transcription", "data": {
                  "agent_id": "agent_1", "conversation_id": "%s", "status": "done", %s %s
                  "transcript": [
                    {"role": "agent", "message": "Welcome", "time_in_call_secs": 0},
                    {"role": "agent", "message": null, "time_in_call_secs": 1},
                    {"role": "user", "message": "Hel\\u0000lo", "time_in_call_secs": 2.5}]}}""".formatted(id, more, metadata));
        tell();
    }

    /** webhook-service tells of the delivery, twice as Kafka may. */
    public void tell() {
        var event = new ConversationCompleted(
                UUID.randomUUID(), Instant.now(), id, FactSource.WEBHOOK, delivery, null, "agent_1");
        KafkaPeer.publish(event);
        KafkaPeer.publish(event);
    }

    /** webhook-service tells where its sound is, twice as Kafka may. */
    public void record() {
        var event = new ConversationRecorded(
                UUID.randomUUID(), Instant.now(), id, FactSource.WEBHOOK, location(), "audio/mpeg", 9000);
        KafkaPeer.publish(event);
        KafkaPeer.publish(event);
    }

    public String location() {
        return "http://storage.example/colloquy/conversations/" + id + "/a.mp3";
    }

    /** How often it was asked to delete the sound. */
    public long soundDeletions() {
        return Peers.deletions("/internal/conversations/" + id + "/sound");
    }

    /** {@code waiting}, {@code ambiguous}, or nothing. */
    public String parkedAs() {
        return text("select reason from parked_conversation where conversation_id = ?");
    }

    /** The state of the work that this delivery made. */
    public String workState() {
        return text("select state from leased_work where key = ? || ':%s:delivered'".formatted(delivery));
    }

    /** The one text that a query for this conversation's id answers. */
    public String text(String sql) {
        try (var database = PostgresResource.ownerConnection("session");
                var query = database.prepareStatement(sql)) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
