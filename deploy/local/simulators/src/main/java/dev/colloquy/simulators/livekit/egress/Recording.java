package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import livekit.LivekitEgress.AudioMixing;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressSourceType;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitModels.WebhookConfig;

/** One egress: its state only moves forward, STARTING → ACTIVE → ENDING → COMPLETE or FAILED, or STARTING → ABORTED. */
final class Recording {

    private static final int ABORTED_CODE = 412;
    private static final int FAILED_CODE = 500;

    private final LiveRoom room;
    private final RoomCompositeEgressRequest request;
    private final EgressInfo.Builder state;

    Recording(String egressId, LiveRoom room, RoomCompositeEgressRequest request, long now) {
        this.room = room;
        this.request = request;
        this.state = EgressInfo.newBuilder()
                .setEgressId(egressId)
                .setRoomId(room.sid())
                .setRoomName(room.name())
                .setSourceType(
                        request.getAudioOnly() && request.getLayout().isEmpty()
                                ? EgressSourceType.EGRESS_SOURCE_TYPE_SDK
                                : EgressSourceType.EGRESS_SOURCE_TYPE_WEB)
                .setRoomComposite(Redaction.of(request))
                .setUpdatedAt(now);
    }

    EgressInfo view() {
        return state.build();
    }

    LiveRoom room() {
        return room;
    }

    String id() {
        return state.getEgressId();
    }

    EncodedFileOutput output() {
        return request.getFileOutputs(0);
    }

    List<URI> webhooks() {
        return request.getWebhooksList().stream()
                .map(WebhookConfig::getUrl)
                .map(URI::create)
                .toList();
    }

    boolean isLive() {
        return state.getStatus() == EgressStatus.EGRESS_STARTING || state.getStatus() == EgressStatus.EGRESS_ACTIVE;
    }

    boolean endedBefore(Instant instant) {
        return state.getEndedAt() > 0 && state.getEndedAt() / 1_000_000_000 < instant.getEpochSecond();
    }

    Duration duration() {
        return Duration.ofNanos(state.getEndedAt() - state.getStartedAt());
    }

    int channels() {
        return request.getAudioMixing() == AudioMixing.DEFAULT_MIXING ? 1 : 2;
    }

    void activate(long now) {
        state.setStatus(EgressStatus.EGRESS_ACTIVE).setStartedAt(now).setUpdatedAt(now);
    }

    /** Ends an active recording; one that is still starting is aborted instead. */
    void end(String reason, long now) {
        if (!isLive()) {
            throw new TwirpError(
                    Code.FAILED_PRECONDITION,
                    "egress with status " + state.getStatus().name() + " cannot be stopped");
        }
        state.setUpdatedAt(now).setEndedAt(now);
        if (state.getStatus() == EgressStatus.EGRESS_STARTING) {
            state.setStatus(EgressStatus.EGRESS_ABORTED)
                    .setError("Stop called before pipeline could start")
                    .setErrorCode(ABORTED_CODE);
        } else {
            state.setStatus(EgressStatus.EGRESS_ENDING).setDetails("End reason: " + reason);
        }
    }

    boolean isEnding() {
        return state.getStatus() == EgressStatus.EGRESS_ENDING;
    }

    void complete(FileInfo file, long now) {
        state.setStatus(EgressStatus.EGRESS_COMPLETE)
                .addFileResults(file.toBuilder()
                        .setStartedAt(state.getStartedAt())
                        .setEndedAt(state.getEndedAt())
                        .setDuration(duration().toNanos()))
                .setUpdatedAt(now);
    }

    void manifestAt(String location) {
        state.setManifestLocation(location);
    }

    void fail(String error, long now) {
        state.setStatus(EgressStatus.EGRESS_FAILED)
                .setDetails("End reason: Failure")
                .setError(error)
                .setErrorCode(FAILED_CODE)
                .setUpdatedAt(now);
    }
}
