package dev.colloquy.session.ending;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.colloquy.events.EndedBy;
import dev.colloquy.session.ledger.Witness;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a client saw of its interview's end. */
record SaveInterviewRequest(
        @JsonProperty("client_session_id") @NotBlank @Size(max = 64)
        String clientSessionId,

        @JsonProperty("conversation_id") @Nullable @Size(max = 128)
        String conversationId,

        @JsonProperty("ended_by") @NotNull Ending endedBy,
        @JsonProperty("agent_id") @Nullable @Size(max = 128) String agentId) {

    EndAuthor author() {
        return new EndAuthor(endedBy.author, Witness.CLIENT);
    }

    enum Ending {
        @JsonProperty("user")
        USER(EndedBy.USER),
        @JsonProperty("disconnect")
        DISCONNECT(EndedBy.DISCONNECT);

        final EndedBy author;

        Ending(EndedBy author) {
            this.author = author;
        }
    }
}
