package dev.colloquy.webhook.delivery;

import dev.colloquy.webhook.signature.Provider;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries an administrator means. What is null does not matter; times are those of receipt, {@code from} included
 * and {@code to} not.
 */
public record DeliveryFilter(
        @RestQuery @Pattern(regexp = PROVIDER, message = A_PROVIDER) @Nullable
        String provider,

        @RestQuery
        @Pattern(
                regexp = "received|published|ignored|dead|conflict",
                message = "must be received, published, ignored, dead or conflict")
        @Nullable
        String state,

        @RestQuery @Pattern(regexp = WORD, message = A_WORD) @Nullable
        String kind,

        @RestQuery @IsoInstant @Nullable String from,
        @RestQuery @IsoInstant @Nullable String to,

        @RestQuery @Pattern(regexp = INTERVIEW, message = AN_INTERVIEW) @Nullable
        String interview,

        @RestQuery @Pattern(regexp = WORD, message = A_WORD) @Nullable
        String conversation,

        @RestQuery @Pattern(regexp = WORD, message = A_WORD) @Nullable
        String dedupeKey) {

    public static final String PROVIDER = "livekit|elevenlabs|openai|tavus";
    public static final String A_PROVIDER = "must be livekit, elevenlabs, openai or tavus";
    public static final String WORD = "[\\x21-\\x7e]{1,300}";
    public static final String A_WORD = "must be a word of at most 300 characters";
    public static final String INTERVIEW = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    public static final String AN_INTERVIEW = "must be the id of an interview";
    public static final String LATER = "must be later than from";

    private static final Map<String, String> CONDITIONS = Map.of(
            "provider", "provider = :provider",
            "state", "state = :state",
            "kind", "kind = :kind",
            "earliest", "receivedAt >= :earliest",
            "end", "receivedAt < :end",
            "interview", "interviewId = :interview",
            "conversation", "conversationId = :conversation",
            "dedupeKey", "dedupeKey = :dedupeKey");

    /** A constraint on {@code to}, which a violation names therefore. */
    @AssertTrue(message = LATER)
    public boolean isTo() {
        try {
            return from == null || to == null || Instant.parse(from).isBefore(Instant.parse(to));
        } catch (DateTimeException _) {
            return true;
        }
    }

    /** In HQL; only of what is given, so that an index can be used for it. */
    public String condition() {
        return Stream.concat(Stream.of("1 = 1"), parameters().keySet().stream().map(CONDITIONS::get))
                .collect(Collectors.joining(" and "));
    }

    /** Of the condition. */
    public Map<String, Object> parameters() {
        var given = new LinkedHashMap<String, Object>();
        put(given, "provider", provider, word -> Provider.valueOf(word.toUpperCase(Locale.ROOT)));
        put(given, "state", state, word -> DeliveryState.valueOf(word.toUpperCase(Locale.ROOT)));
        put(given, "kind", kind, Function.identity());
        put(given, "earliest", from, Instant::parse);
        put(given, "end", to, Instant::parse);
        put(given, "interview", interview, UUID::fromString);
        put(given, "conversation", conversation, Function.identity());
        put(given, "dedupeKey", dedupeKey, Function.identity());
        return given;
    }

    private static void put(Map<String, Object> given, String name, @Nullable String value, Function<String, ?> read) {
        if (value != null) {
            given.put(name, read.apply(value));
        }
    }
}
