package dev.colloquy.session.interview;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.session.ledger.Blame;
import dev.colloquy.session.ledger.EvaluationStatus;
import dev.colloquy.session.ledger.InterviewState;
import dev.colloquy.session.ledger.InterviewStatus;
import dev.colloquy.session.ledger.WebrtcStatus;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The columns that are what an interview's facts make of it, rewritten whenever a fact is added. */
@MappedSuperclass
public abstract class LedgerProjection {

    @Nullable
    public Instant scheduledAt;

    @Enumerated(EnumType.STRING)
    public InterviewStatus status = InterviewStatus.SCHEDULED;

    /** Why it did not take place. */
    @Nullable
    @Enumerated(EnumType.STRING)
    public Blame blame;

    @Enumerated(EnumType.STRING)
    public WebrtcStatus webrtcStatus = WebrtcStatus.PENDING;

    @Nullable
    public String webrtcSessionId;

    @Nullable
    public Instant startedAt;

    @Nullable
    public Instant endedAt;

    @Nullable
    public Instant clientEndedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    public EndedBy endedBy;

    @Nullable
    public Long durationSeconds;

    public boolean transcriptFinal;

    public boolean recordingExpected;

    @Nullable
    @Enumerated(EnumType.STRING)
    public EgressStatus recordingStatus;

    @Nullable
    public String recordingLocation;

    /** 0 until the interview is finalised for the first time. */
    public int finalVersion;

    @Nullable
    public String transcriptHash;

    @Nullable
    public Instant finalisedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    public EvaluationStatus evaluationStatus;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public Wait.@Nullable All awaiting;

    public Instant updatedAt;

    /** What is waited for now. */
    public List<Wait> waits() {
        return awaiting == null ? List.of() : awaiting.waits();
    }

    public void await(List<Wait> waits) {
        if (!waits.equals(waits())) {
            awaiting = new Wait.All(waits);
        }
    }

    /** Takes over what the facts make of it. */
    public void become(InterviewState state, Instant now) {
        status = state.status();
        blame = state.blame();
        scheduledAt = state.scheduledAt() == null ? scheduledAt : state.scheduledAt();
        webrtcStatus = state.webrtcStatus();
        webrtcSessionId = state.callId();
        startedAt = state.startedAt();
        clientEndedAt = state.clientEndedAt();
        var ended = state.ended();
        if (ended != null) {
            endedAt = ended.at();
            endedBy = ended.by();
            durationSeconds = duration(startedAt, ended.at());
        }
        transcriptFinal = state.transcriptFinal();
        recordingExpected = state.recordingExpected();
        var recording = state.recording();
        recordingStatus = recording == null ? null : recording.status();
        recordingLocation = recording == null ? null : recording.location();
        var finalised = state.finalised();
        if (finalised != null) {
            finalVersion = finalised.number();
            transcriptHash = finalised.transcriptHash();
            finalisedAt = finalised.at();
        }
        evaluationStatus = state.evaluationStatus();
        updatedAt = now;
    }

    private static long duration(@Nullable Instant from, Instant to) {
        return from == null ? 0 : Math.max(0, Duration.between(from, to).toSeconds());
    }
}
