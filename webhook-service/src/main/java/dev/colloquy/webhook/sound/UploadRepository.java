package dev.colloquy.webhook.sound;

import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which objects in storage have a delivery. */
@ApplicationScoped
class UploadRepository {

    /** As the first of its key, or in conflict with it. */
    private static final String KEPT = """
            select exists (
                select from delivery where provider = 'ELEVENLABS'
                and dedupe_key in ($1, $1 || '#' || $2) and encode(sha256(body), 'hex') = $2)""";
    /** Of several attempts the last one looks after the object. */
    private static final String TRIED_AGAIN = """
            select exists (
                select from leased_work where queue = $1 and starts_with(key, $2) and state = 'waiting' and id > $3)""";

    Uni<Boolean> isKept(Upload upload) {
        return Sql.value(KEPT, Boolean.class, upload.dedupeKey(), upload.body().replace("sha256:", ""));
    }

    Uni<Boolean> isTriedAgain(Upload upload, UUID work) {
        return Sql.value(TRIED_AGAIN, Boolean.class, SoundService.TIDYING_QUEUE, upload.key(), work);
    }
}
