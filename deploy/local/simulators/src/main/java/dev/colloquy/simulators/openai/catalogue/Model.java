package dev.colloquy.simulators.openai.catalogue;

import dev.colloquy.simulators.openai.access.OpenAiError;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model the simulator lists; it is gone from the day OpenAI has announced on. */
public record Model(String id, Purpose purpose, LocalDate shutdown) {

    /** What a model is for. */
    public enum Purpose {
        REALTIME,
        TRANSCRIPTION,
        SPEECH,
        CHAT
    }

    private static final LocalDate STAYS = LocalDate.MAX;
    private static final LocalDate FIRST_REALTIME = LocalDate.of(2027, 1, 20);
    private static final LocalDate FIRST_TRANSCRIPTION = LocalDate.of(2027, 2, 26);
    private static final long CREATED = 1_756_000_000;

    private static final List<Model> ALL = Stream.of(
                    all(Purpose.REALTIME, STAYS, "gpt-realtime-1.5", "gpt-realtime-2"),
                    all(Purpose.REALTIME, STAYS, "gpt-realtime-2.1", "gpt-realtime-2.1-mini"),
                    all(Purpose.REALTIME, FIRST_REALTIME, "gpt-realtime", "gpt-realtime-2025-08-28"),
                    all(Purpose.REALTIME, FIRST_REALTIME, "gpt-realtime-mini", "gpt-realtime-mini-2025-12-15"),
                    all(Purpose.TRANSCRIPTION, STAYS, "gpt-transcribe", "gpt-live-transcribe", "gpt-realtime-whisper"),
                    all(Purpose.TRANSCRIPTION, FIRST_TRANSCRIPTION, "whisper-1", "gpt-4o-transcribe"),
                    all(Purpose.TRANSCRIPTION, FIRST_TRANSCRIPTION, "gpt-4o-mini-transcribe"),
                    all(Purpose.TRANSCRIPTION, FIRST_TRANSCRIPTION, "gpt-4o-transcribe-diarize"),
                    all(Purpose.SPEECH, STAYS, "gpt-4o-mini-tts"),
                    all(Purpose.CHAT, STAYS, "gpt-4o", "gpt-4o-mini"))
            .flatMap(models -> models)
            .toList();

    static List<Model> at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return ALL.stream().filter(model -> today.isBefore(model.shutdown)).toList();
    }

    static Optional<Model> find(String id, Instant now) {
        return at(now).stream().filter(model -> model.id.equals(id)).findFirst();
    }

    public static boolean exists(String id, Purpose purpose, Instant now) {
        return find(id, now).filter(model -> model.purpose == purpose).isPresent();
    }

    /** Refuses a model that does not exist, or no longer, or not for this. */
    public static void require(String id, Purpose purpose, Instant now) {
        if (!exists(id, purpose, now)) {
            throw OpenAiError.modelNotFound(id);
        }
    }

    JsonObject view() {
        return new JsonObject()
                .put("id", id)
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", "system");
    }

    private static Stream<Model> all(Purpose purpose, LocalDate shutdown, String... ids) {
        return Arrays.stream(ids).map(id -> new Model(id, purpose, shutdown));
    }
}
