package dev.colloquy.simulators.openai.catalogue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model the simulator lists; it is gone from the day OpenAI has announced on. */
public record Model(String id, LocalDate shutdown) {

    private static final LocalDate STAYS = LocalDate.MAX;
    private static final LocalDate FIRST_REALTIME = LocalDate.of(2027, 1, 20);
    private static final LocalDate FIRST_TRANSCRIPTION = LocalDate.of(2027, 2, 26);
    private static final long CREATED = 1_756_000_000;

    private static final List<Model> ALL = Stream.of(
                    all(STAYS, "gpt-realtime-1.5", "gpt-realtime-2", "gpt-realtime-2.1", "gpt-realtime-2.1-mini"),
                    all(FIRST_REALTIME, "gpt-realtime", "gpt-realtime-2025-08-28"),
                    all(FIRST_REALTIME, "gpt-realtime-mini", "gpt-realtime-mini-2025-12-15"),
                    all(STAYS, "gpt-transcribe", "gpt-live-transcribe", "gpt-realtime-whisper", "gpt-4o-mini-tts"),
                    all(FIRST_TRANSCRIPTION, "whisper-1", "gpt-4o-transcribe"),
                    all(FIRST_TRANSCRIPTION, "gpt-4o-mini-transcribe", "gpt-4o-transcribe-diarize"),
                    all(STAYS, "gpt-4o", "gpt-4o-mini"))
            .flatMap(models -> models)
            .toList();

    static List<Model> at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return ALL.stream().filter(model -> today.isBefore(model.shutdown)).toList();
    }

    static Optional<Model> find(String id, Instant now) {
        return at(now).stream().filter(model -> model.id.equals(id)).findFirst();
    }

    JsonObject view() {
        return new JsonObject()
                .put("id", id)
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", "system");
    }

    private static Stream<Model> all(LocalDate shutdown, String... ids) {
        return Arrays.stream(ids).map(id -> new Model(id, shutdown));
    }
}
