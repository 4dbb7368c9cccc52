package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened. Consumers survive any order, duplicates and replays; {@code eventId} is what they
 * deduplicate by. Records grow by adding optional fields only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Event
        permits CandidateErased,
                ConnectionEvent,
                ConversationCompleted,
                ConversationRecorded,
                EgressEnded,
                InterviewCancelled,
                InterviewEnded,
                InterviewFinalised,
                InterviewScheduled,
                PositionUpdated,
                ReportUpdated,
                RoomEvent {

    /** The version of the contract these records are. A message that names none counts as 1. */
    int VERSION = 1;

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    default int version() {
        return VERSION;
    }

    UUID eventId();

    Instant occurredAt();

    /** The partition key: events with the same key keep their order. */
    @JsonIgnore
    String key();

    /** The Kafka topic this event is published to. */
    @JsonIgnore
    default String topic() {
        return Topics.of(getClass());
    }
}
