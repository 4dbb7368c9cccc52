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

    @Id
    UUID interviewId;

    String tenant;

    @Enumerated(EnumType.STRING)
    TeardownStep nextStep = TeardownStep.SIGNAL;

    Teardown() {}

    Teardown(InterviewId interview, TenantId tenant) {
        this.interviewId = interview.value();
        this.tenant = tenant.value();
    }
}
