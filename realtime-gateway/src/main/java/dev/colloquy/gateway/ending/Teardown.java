package dev.colloquy.gateway.ending;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** How far the end of a room has come. */
@Entity
class Teardown {

    /** The interview's id, or that of a participant who came after it was over. */
    @Id
    String key;

    UUID interviewId;
    String tenant;

    @Enumerated(EnumType.STRING)
    TeardownStep nextStep;

    Teardown() {}

    Teardown(String key, InterviewId interview, TenantId tenant, TeardownStep nextStep) {
        this.key = key;
        this.interviewId = interview.value();
        this.tenant = tenant.value();
        this.nextStep = nextStep;
    }
}
