package dev.colloquy.simulators.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can go wrong, where it can, and the numbers that say how. The order is the order in which faults strike. */
public enum FaultKind {
    DROP("drop", "is never sent"),
    STATUS("status", "is refused with the provider's error body"),
    HANG("hang", "is never answered, and nothing is done"),
    DELAY("delay", "comes later"),
    DISCONNECT("disconnect", "is done, but the connection is cut"),
    SLOW("slow", "is answered in drops"),
    HALF_JSON("halfJson", "is answered with the first half of the body"),
    WRONG_SCHEMA("wrongSchema", "is answered with JSON of another shape"),
    REFUSAL("refusal", "is answered with a refusal of the model"),
    LENGTH("length", "is answered up to the limit of tokens only"),
    CONTENT_FILTER("content_filter", "is answered with what the content filter left"),
    REORDER("reorder", "comes after the one that follows it"),
    DUPLICATE("duplicate", "comes twice"),
    BAD_SIGNATURE("badSignature", "carries the signature of another body"),
    WRONG_SECRET("wrongSecret", "is signed with another secret"),
    CLOCK_SKEW("clockSkew", "is signed by a sender whose clock is wrong");

    /** Where faults strike: a call of the API, a call of a language model, a webhook, the media of a running call. */
    enum Place {
        CALL("path"),
        MODEL("path"),
        WEBHOOK("event"),
        MEDIA("call id");

        private final String subject;

        Place(String subject) {
            this.subject = subject;
        }

        /** What {@code match} is compared with. */
        String subject() {
            return subject;
        }
    }

    /** A whole number that belongs to a fault. */
    record Parameter(String name, int fallback, int least, int most, String text) {}

    private static final Set<FaultKind> LAST_WORDS = Set.of(DROP, STATUS, HANG);
    private static final Set<FaultKind> OF_SOCKETS = Set.of(STATUS, HANG, DELAY, DISCONNECT);

    private final String wireName;
    private final String text;

    FaultKind(String wireName, String text) {
        this.wireName = wireName;
        this.text = text;
    }

    String wireName() {
        return wireName;
    }

    String text() {
        return text;
    }

    List<Parameter> parameters() {
        return switch (this) {
            case STATUS ->
                List.of(
                        new Parameter("status", 500, 400, 599, "the HTTP status"),
                        new Parameter("retryAfter", 0, 0, 3600, "seconds in Retry-After; 0 leaves the header out"));
            case DELAY -> List.of(new Parameter("ms", 1000, 1, 3_600_000, "how much later"));
            case DISCONNECT ->
                List.of(
                        new Parameter("bytes", 0, 0, 10_000_000, "of the answer that still arrive"),
                        new Parameter("ms", 0, 0, 3_600_000, "that a socket or a call lives before"));
            case SLOW ->
                List.of(
                        new Parameter("ms", 100, 1, 60_000, "between two pieces"),
                        new Parameter("bytes", 16, 1, 65_536, "in a piece"));
            case CLOCK_SKEW ->
                List.of(new Parameter("seconds", 3600, -31_536_000, 31_536_000, "ahead; negative is behind"));
            default -> List.of();
        };
    }

    boolean strikesIn(Place place) {
        boolean call = place == Place.CALL || place == Place.MODEL;
        boolean webhook = place == Place.WEBHOOK;
        return switch (this) {
            case DROP, REORDER, DUPLICATE, BAD_SIGNATURE, WRONG_SECRET, CLOCK_SKEW -> webhook;
            case STATUS, HANG, SLOW, HALF_JSON, WRONG_SCHEMA -> call;
            case DELAY -> call || webhook;
            case DISCONNECT -> call || place == Place.MEDIA;
            case REFUSAL, LENGTH, CONTENT_FILTER -> place == Place.MODEL;
        };
    }

    /** Nothing else can happen to what met this fault. */
    boolean isLast() {
        return LAST_WORDS.contains(this);
    }

    /** Whether it means anything to a WebSocket. */
    boolean isOfSockets() {
        return OF_SOCKETS.contains(this);
    }

    static Optional<FaultKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
