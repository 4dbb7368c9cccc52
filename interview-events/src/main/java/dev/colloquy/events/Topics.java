package dev.colloquy.events;

import java.util.Map;

/** Topic names: the record's name in kebab case, one topic for each family whose order matters. */
public final class Topics {

    public static final String INTERVIEW_SCHEDULED = "interview-scheduled";
    public static final String INTERVIEW_CANCELLED = "interview-cancelled";
    public static final String INTERVIEW_ENDED = "interview-ended";
    public static final String INTERVIEW_FINALISED = "interview-finalised";
    public static final String POSITION_UPDATED = "position-updated";
    public static final String ROOM_EVENTS = "room-events";
    public static final String EGRESS_ENDED = "egress-ended";
    public static final String CONVERSATION_COMPLETED = "conversation-completed";
    public static final String CONVERSATION_RECORDED = "conversation-recorded";
    public static final String CONNECTION_EVENTS = "connection-events";
    public static final String REPORT_UPDATED = "report-updated";
    public static final String CANDIDATE_ERASED = "candidate-erased";

    /** Every topic with the record or sealed family it carries. */
    public static final Map<String, Class<? extends Event>> ALL = Map.ofEntries(
            Map.entry(INTERVIEW_SCHEDULED, InterviewScheduled.class),
            Map.entry(INTERVIEW_CANCELLED, InterviewCancelled.class),
            Map.entry(INTERVIEW_ENDED, InterviewEnded.class),
            Map.entry(INTERVIEW_FINALISED, InterviewFinalised.class),
            Map.entry(POSITION_UPDATED, PositionUpdated.class),
            Map.entry(ROOM_EVENTS, RoomEvent.class),
            Map.entry(EGRESS_ENDED, EgressEnded.class),
            Map.entry(CONVERSATION_COMPLETED, ConversationCompleted.class),
            Map.entry(CONVERSATION_RECORDED, ConversationRecorded.class),
            Map.entry(CONNECTION_EVENTS, ConnectionEvent.class),
            Map.entry(REPORT_UPDATED, ReportUpdated.class),
            Map.entry(CANDIDATE_ERASED, CandidateErased.class));

    private Topics() {}

    static String of(Class<? extends Event> type) {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().isAssignableFrom(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No topic for " + type.getName()));
    }
}
