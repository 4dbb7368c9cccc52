package dev.colloquy.session.transcript;

import dev.colloquy.session.ledger.Witness;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One turn as one source told it. */
@Entity
@Immutable
@Table(name = "transcript_entry")
class TranscriptEntry {

    @Id
    UUID id;

    UUID interviewId;

    @Enumerated(EnumType.STRING)
    Witness source;

    @Enumerated(EnumType.STRING)
    Speaker speaker;

    String text;

    Instant spokenAt;

    @Nullable
    Long startMs;

    @Nullable
    Double confidence;

    boolean interrupted;
}
