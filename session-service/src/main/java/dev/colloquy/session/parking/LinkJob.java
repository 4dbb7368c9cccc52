package dev.colloquy.session.parking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to link, as one delivery tells it.
 *
 * @param last this attempt ends in an interview of its own when nothing fits
 * @param toldAt when the delivery came in
 */
public record LinkJob(
        String conversationId,
        UUID deliveryId,
        boolean last,
        @Nullable Instant toldAt) {}
