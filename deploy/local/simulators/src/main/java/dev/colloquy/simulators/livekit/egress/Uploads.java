package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.ogg.SilentOgg;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import livekit.LivekitEgress.EgressInfo;

/** Brings an ended recording and its manifest to storage and completes or fails it with the outcome. */
final class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class.getName());
    private static final int UPLOAD_FAILED_CODE = 400;

    private final RecordingStore store;
    private final Optional<Bucket> own;
    private final SimulatedTime time;

    Uploads(Vertx vertx, Optional<Bucket> own, SimulatedTime time) {
        this.store = new RecordingStore(vertx);
        this.own = own;
        this.time = time;
    }

    /** Never fails: what goes wrong is in the recording afterwards. */
    Future<Void> upload(Recording recording) {
        Optional<Bucket> target = recording
                .order()
                .storage()
                .map(wanted -> Bucket.of(wanted, own))
                .or(() -> own);
        return target.map(bucket -> upload(recording, bucket))
                .orElseGet(() -> Future.failedFuture("no storage configured (S3_ENDPOINT is not set)"))
                .onFailure(failure -> {
                    LOG.log(Level.WARNING, "upload to " + target + " failed", failure);
                    recording.fail("S3 upload failed: " + failure.getMessage(), UPLOAD_FAILED_CODE, time.now());
                })
                .otherwiseEmpty();
    }

    private Future<Void> upload(Recording recording, Bucket target) {
        byte[] sound = SilentOgg.lasting(recording.duration(), recording.order().channels());
        return store.put(target, recording.path(), "audio/ogg", sound)
                .onSuccess(location -> recording.complete(sound.length, location, time.now()))
                .compose(location -> manifest(recording, target, location));
    }

    private Future<Void> manifest(Recording recording, Bucket target, String location) {
        if (!recording.order().manifest()) {
            return Future.succeededFuture();
        }
        EgressInfo egress = recording.view();
        JsonObject file = new JsonObject().put("filename", recording.path()).put("location", location);
        JsonObject manifest = new JsonObject()
                .put("egress_id", egress.getEgressId())
                .put("room_id", egress.getRoomId())
                .put("room_name", egress.getRoomName())
                .put("started_at", egress.getStartedAt())
                .put("ended_at", egress.getEndedAt())
                .put("files", JsonArray.of(file));
        String key = FilePath.manifest(recording.path(), recording.id());
        return store.put(target, key, "application/json", manifest.toBuffer().getBytes())
                .onSuccess(recording::manifestAt)
                .mapEmpty();
    }
}
