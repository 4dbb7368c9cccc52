package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an interview did not take place. See {@link Absence}. */
public enum Blame {
    /** The candidate did not come, as far as anybody could see. */
    @JsonProperty("candidate_never_came")
    CANDIDATE_NEVER_CAME,

    /** The candidate was in the room, the interviewer never. */
    @JsonProperty("agent_never_came")
    AGENT_NEVER_CAME,

    /** The candidate was there, but neither sound nor picture of his ever arrived. */
    @JsonProperty("media_never_connected")
    MEDIA_NEVER_CONNECTED,

    /** The candidate was there, and we did not place the call. */
    @JsonProperty("platform_fault")
    PLATFORM_FAULT
}
