package dev.colloquy.booking.booking;

import com.fasterxml.uuid.Generators;
import dev.colloquy.booking.window.Window;
import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.booking.window.WindowState;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One interview that somebody has booked. */
@Entity
public class Booking {

    @Id
    UUID id;

    String tenant;
    UUID interviewId;
    UUID candidateId;

    @Embedded
    Applicant applicant;

    @Embedded
    Appointment appointment;

    @Nullable
    UUID positionId;

    @Enumerated(EnumType.STRING)
    Provider provider;

    @Nullable
    UUID resumeId;

    @Nullable
    String statedResumeText;

    @Nullable
    Instant consentAt;

    @Nullable
    String consentTextSha256;

    Instant createdAt;

    @Nullable
    Instant mailedAt;

    @Nullable
    Instant admittedAt;

    @Nullable
    Instant endedAt;

    protected Booking() {}

    public Booking(
            TenantId tenant,
            UUID candidateId,
            Applicant applicant,
            Appointment appointment,
            Provider provider,
            Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.interviewId = Generators.timeBasedEpochGenerator().generate();
        this.tenant = tenant.value();
        this.candidateId = candidateId;
        this.applicant = applicant;
        this.appointment = appointment;
        this.provider = provider;
        this.createdAt = now;
    }

    /** For this position, or for the tenant's default one. */
    public Booking forPosition(@Nullable UUID position) {
        positionId = position;
        return this;
    }

    /** With the stored resume; what the candidate typed himself counts only if that says nothing. */
    public Booking withResume(@Nullable UUID stored, @Nullable String stated) {
        resumeId = stored;
        statedResumeText = stated;
        return this;
    }

    /** The candidate has agreed to this text, shown to him now. Without consent nothing is recorded. */
    public Booking withConsentTo(ConsentText text) {
        consentAt = createdAt;
        consentTextSha256 = text.sha256();
        return this;
    }

    public UUID id() {
        return id;
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public InterviewId interviewId() {
        return new InterviewId(interviewId);
    }

    public UUID candidateId() {
        return candidateId;
    }

    public Applicant applicant() {
        return applicant;
    }

    public String firstName() {
        return applicant.firstName();
    }

    public Appointment appointment() {
        return appointment;
    }

    public Optional<UUID> positionId() {
        return Optional.ofNullable(positionId);
    }

    public Provider provider() {
        return provider;
    }

    public Optional<UUID> resumeId() {
        return Optional.ofNullable(resumeId);
    }

    public Optional<String> statedResumeText() {
        return Optional.ofNullable(statedResumeText);
    }

    public boolean hasConsent() {
        return consentAt != null;
    }

    public boolean isMailed() {
        return mailedAt != null;
    }

    public boolean isEnded() {
        return endedAt != null;
    }

    public Window window(WindowConfig config) {
        return Window.around(appointment.scheduledAt(), config);
    }

    /** The window guards the first admission only: whoever was in may come again until the interview is over. */
    public WindowState stateAt(Instant now, WindowConfig config) {
        if (isEnded()) {
            return WindowState.ENDED;
        }
        return admittedAt == null ? window(config).stateAt(now) : WindowState.OPEN;
    }

    /**
     * Refuses a join that comes too early, too late or after the end.
     *
     * @throws InterviewOver when it has ended
     */
    public void requireJoinable(Instant now, WindowConfig config) {
        if (isEnded()) {
            throw new InterviewOver(interviewId());
        }
        if (admittedAt == null) {
            window(config).requireOpen(now);
        }
    }

    /** Like {@link #requireJoinable}, but lets in after the end, for the results. */
    public void requireJoinableOrEnded(Instant now, WindowConfig config) {
        if (!isEnded()) {
            requireJoinable(now, config);
        }
    }

    /** Notes the first admission, and whether this is it; later ones change nothing. */
    public boolean admit(Instant now) {
        var first = admittedAt == null;
        if (first) {
            admittedAt = now;
        }
        return first;
    }

    /** Whether an invitation has still to go out: none did, and its link would be of use. */
    public boolean needsInvitation(Instant now, WindowConfig config) {
        return switch (stateAt(now, config)) {
            case EARLY, OPEN -> mailedAt == null && admittedAt == null;
            case LATE, ENDED -> false;
        };
    }

    /** Notes that SMTP has accepted the invitation. */
    public void mailed(Instant now) {
        mailedAt = now;
    }

    void end(Instant at) {
        endedAt = at;
    }

    /** What other services learn of this booking. */
    public InterviewScheduled scheduled(WindowConfig config) {
        return new InterviewScheduled(
                Generators.timeBasedEpochGenerator().generate(),
                createdAt,
                tenant(),
                interviewId(),
                candidateId,
                positionId,
                appointment.scheduledAt(),
                window(config).closesAt(),
                provider);
    }
}
