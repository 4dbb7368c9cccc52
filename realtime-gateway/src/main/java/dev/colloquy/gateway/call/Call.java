package dev.colloquy.gateway.call;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call at the realtime provider. */
@Entity
class Call {

    @Id
    String callId;

    UUID interviewId;
    String tenant;
    Instant startedAt;

    @Nullable
    Instant endedAt;

    Call() {}

    Call(String callId, InterviewId interview, TenantId tenant, Instant startedAt) {
        this.callId = callId;
        this.interviewId = interview.value();
        this.tenant = tenant.value();
        this.startedAt = startedAt;
    }

    /** Notes the end; false when it was noted before. */
    boolean end(Instant now) {
        if (endedAt != null) {
            return false;
        }
        endedAt = now;
        return true;
    }
}
