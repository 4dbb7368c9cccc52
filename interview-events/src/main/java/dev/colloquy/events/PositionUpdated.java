package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services need to know of a position. The topic is compacted by position id. */
public record PositionUpdated(
        UUID eventId,
        Instant occurredAt,
        TenantId tenant,
        UUID positionId,
        String title,
        boolean tenantDefault,
        @Nullable Provider provider,
        boolean deleted)
        implements Event {

    @Override
    public String key() {
        return positionId.toString();
    }
}
