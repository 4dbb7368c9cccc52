package dev.colloquy.webhook.conversation;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.LenientJson;
import java.util.Optional;

/** A conversation as ElevenLabs answers it. */
public final class Conversation {

    static final String OUR_ID = "client_session_id";

    private final String id;
    private final String status;
    private final Optional<String> clientSessionId;
    private final byte[] body;

    private Conversation(String id, String status, Optional<String> clientSessionId, byte[] body) {
        this.id = id;
        this.status = status;
        this.clientSessionId = clientSessionId;
        this.body = body;
    }

    static Conversation read(ObjectMapper mapper, String id, byte[] body) {
        var json = LenientJson.read(mapper, body);
        var variables = json.path("conversation_initiation_client_data").path("dynamic_variables");
        return new Conversation(id, text(json.path("status")).orElse("no status"), text(variables.path(OUR_ID)), body);
    }

    public String id() {
        return id;
    }

    public String status() {
        return status;
    }

    /** What we gave it when it began, to know it by. */
    public Optional<String> clientSessionId() {
        return clientSessionId;
    }

    /** Exactly as it was answered. */
    public byte[] body() {
        return body;
    }

    /** Whether ElevenLabs is done with it. */
    public boolean isProcessed() {
        return status.equals("done") || status.equals("failed");
    }
}
