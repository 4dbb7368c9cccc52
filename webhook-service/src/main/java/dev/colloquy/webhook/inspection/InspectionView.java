package dev.colloquy.webhook.inspection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.messaging.LeasedWork.Progress;
import dev.colloquy.webhook.inspection.Inspection.Conflict;
import dev.colloquy.webhook.replay.ReplayView;
import dev.colloquy.webhook.signature.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its story and what its body may show.
 *
 * @param body null when it is not JSON
 */
record InspectionView(
        @JsonUnwrapped DeliveryView delivery,
        @Nullable Integer attempts,
        @Nullable String lastError,
        List<Conflict> conflicts,
        List<ReplayView> replayed,
        String bodySha256,
        @Nullable JsonNode body) {

    static InspectionView of(Inspection inspection, JsonNode body) {
        var delivery = inspection.delivery();
        Progress progress = inspection.progress();
        return new InspectionView(
                DeliveryView.of(delivery),
                progress == null ? null : progress.attempts(),
                progress == null ? null : progress.lastError(),
                inspection.conflicts(),
                inspection.replays(),
                Sha256.hex(delivery.body()),
                body.isMissingNode() ? null : new Mask(ShownFields.of(delivery.provider())).of(body));
    }
}
