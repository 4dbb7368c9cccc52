package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import java.time.Duration;
import java.time.Instant;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;

/**
 * One egress. Its state only moves forward: STARTING → ACTIVE → ENDING → COMPLETE or FAILED; STARTING → ABORTED; ACTIVE →
 * LIMIT_REACHED with a file, or FAILED without.
 */
final class Recording {

    private static final int ABORTED_CODE = 412;
    private static final int LIMIT_CODE = 413;
    private static final String LIMIT_REACHED = "Session limit reached";

    private final LiveRoom room;
    private final RecordingOrder order;
    private final EgressInfo.Builder state;
    private final FileInfo.Builder file;
    private boolean limited;

    Recording(String egressId, LiveRoom room, RecordingOrder order, Instant now) {
        this.room = room;
        this.order = order;
        this.file = FileInfo.newBuilder().setFilename(FilePath.of(order.path(), room, now));
        this.state = EgressInfo.newBuilder()
                .setEgressId(egressId)
                .setRoomId(room.sid())
                .setRoomName(room.name())
                .setSourceType(order.source())
                .setStartedAt(nanos(now))
                .setUpdatedAt(nanos(now));
        order.echo().accept(state);
    }

    EgressInfo view() {
        return state.clearFileResults().addFileResults(file).build();
    }

    LiveRoom room() {
        return room;
    }

    RecordingOrder order() {
        return order;
    }

    String id() {
        return state.getEgressId();
    }

    String path() {
        return file.getFilename();
    }

    boolean isStarting() {
        return state.getStatus() == EgressStatus.EGRESS_STARTING;
    }

    boolean isActive() {
        return state.getStatus() == EgressStatus.EGRESS_ACTIVE && !limited;
    }

    boolean isOver() {
        return state.getStatusValue() >= EgressStatus.EGRESS_COMPLETE_VALUE;
    }

    boolean endedBefore(Instant instant) {
        return isOver() && state.getEndedAt() < nanos(instant);
    }

    Duration duration() {
        return Duration.ofNanos(file.getDuration());
    }

    void requireStoppable() {
        if (!isStarting() && !isActive()) {
            throw new TwirpError(
                    Code.FAILED_PRECONDITION,
                    "egress with status " + state.getStatus().name() + " cannot be stopped");
        }
    }

    void activate(Instant now) {
        state.setStatus(EgressStatus.EGRESS_ACTIVE).setUpdatedAt(nanos(now));
        file.setStartedAt(nanos(now));
    }

    void abort(String error, String endReason, Instant now) {
        end(EgressStatus.EGRESS_ABORTED, now)
                .setDetails("End reason: " + endReason)
                .setError(error)
                .setErrorCode(ABORTED_CODE);
    }

    /** The source is closed; what was recorded is still to be stored. */
    void finishSound(String endReason, Instant now) {
        closeFile(endReason, now);
        state.setStatus(EgressStatus.EGRESS_ENDING).setUpdatedAt(nanos(now));
    }

    /** The same, but by the worker's limit: nobody is told before the file is stored. */
    void reachLimit(Instant now) {
        closeFile(LIMIT_REACHED, now);
        limited = true;
    }

    void complete(long size, String location, Instant now) {
        file.setSize(size).setLocation(location);
        if (limited) {
            end(EgressStatus.EGRESS_LIMIT_REACHED, now).setError(LIMIT_REACHED).setErrorCode(LIMIT_CODE);
        } else {
            end(EgressStatus.EGRESS_COMPLETE, now);
        }
    }

    void manifestAt(String location) {
        state.setManifestLocation(location);
    }

    void fail(String error, int code, Instant now) {
        end(EgressStatus.EGRESS_FAILED, now).setError(error).setErrorCode(code);
        if (state.getDetails().isEmpty()) {
            state.setDetails("End reason: Failure");
        }
    }

    private void closeFile(String endReason, Instant now) {
        file.setEndedAt(nanos(now)).setDuration(nanos(now) - file.getStartedAt());
        state.setDetails("End reason: " + endReason);
    }

    private EgressInfo.Builder end(EgressStatus status, Instant now) {
        return state.setStatus(status).setEndedAt(nanos(now)).setUpdatedAt(nanos(now));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
