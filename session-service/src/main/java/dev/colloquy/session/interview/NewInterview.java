package dev.colloquy.session.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.position.PositionSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three ways an interview comes into being. */
public final class NewInterview {

    private NewInterview() {}

    /** One that booking-service made an appointment for. */
    public static Interview booked(
            InterviewId id, TenantId tenant, UUID candidate, Provider provider, Instant scheduledAt, Instant now) {
        var interview = of(id, tenant, id.toString(), provider, now);
        interview.candidateId = candidate;
        interview.userId = candidate.toString();
        interview.scheduledAt = scheduledAt;
        return interview;
    }

    /** A practice session that a signed-in user held with the provider directly. */
    public static Interview practice(
            InterviewId id,
            TenantId tenant,
            String user,
            String clientSessionId,
            @Nullable PositionSnapshot about,
            Instant now) {
        var interview = of(id, tenant, clientSessionId, Provider.ELEVENLABS, now);
        interview.userId = user;
        interview.position = about;
        return interview;
    }

    /** A conversation that nobody claimed. */
    public static Interview unclaimed(
            InterviewId id, TenantId tenant, String clientSessionId, @Nullable PositionSnapshot about, Instant now) {
        var interview = of(id, tenant, clientSessionId, Provider.ELEVENLABS, now);
        interview.position = about;
        return interview;
    }

    private static Interview of(
            InterviewId id, TenantId tenant, String clientSessionId, Provider provider, Instant now) {
        var interview = new Interview();
        interview.id = id.value();
        interview.tenant = tenant.value();
        interview.clientSessionId = clientSessionId;
        interview.provider = provider;
        interview.roomName = provider == Provider.LIVEKIT ? id.roomName() : null;
        interview.createdAt = now;
        interview.updatedAt = now;
        return interview;
    }
}
