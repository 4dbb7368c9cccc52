package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is waited for, but not for ever. */
public enum Deadline {
    /** The rest of the transcript. */
    @JsonProperty("transcript")
    TRANSCRIPT,
    /** The recording's end. */
    @JsonProperty("recording")
    RECORDING,
    /** The return of a candidate whose connection was lost. */
    @JsonProperty("reconnect")
    RECONNECT,

    /** The end of an interview whose candidate was let in. */
    @JsonProperty("time_limit")
    TIME_LIMIT,

    /** The coming of the candidate. */
    @JsonProperty("no_show")
    NO_SHOW,

    /** The first sound or picture of a candidate who was let in. */
    @JsonProperty("media")
    MEDIA,

    /** The coming of the interviewer to a candidate who is in the room. */
    @JsonProperty("agent")
    AGENT,

    /** The end of the room or the call, after the interview's. */
    @JsonProperty("hang_up")
    HANG_UP
}
