package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.FileInfo;
import org.jspecify.annotations.Nullable;

/** Brings an ended recording and its manifest to storage and completes or fails it with the outcome. */
public final class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class.getName());

    private final RecordingStore store;
    private final @Nullable Bucket bucket;
    private final SimulatedTime time;

    public Uploads(Vertx vertx, Optional<Bucket> bucket, SimulatedTime time) {
        this.store = new RecordingStore(vertx);
        this.bucket = bucket.orElse(null);
        this.time = time;
    }

    /** Never fails: what goes wrong is in the recording afterwards. */
    Future<Void> upload(Recording recording) {
        if (bucket == null) {
            recording.fail("no storage configured (S3_ENDPOINT is not set)", time.nowNanos());
            return Future.succeededFuture();
        }
        Bucket target = bucket.overriddenBy(recording.output().getS3());
        String path = FilePath.of(recording.output(), recording.view(), time.now());
        byte[] audio = SilentOgg.lasting(recording.duration(), recording.channels());
        return store.put(target, path, "audio/ogg", audio)
                .compose(location -> manifest(recording, target, path).map(location))
                .map(location -> FileInfo.newBuilder()
                        .setFilename(path)
                        .setSize(audio.length)
                        .setLocation(location)
                        .build())
                .onSuccess(file -> recording.complete(file, time.nowNanos()))
                .onFailure(failure -> {
                    LOG.log(Level.WARNING, "upload to " + target + " failed", failure);
                    recording.fail("upload failed: " + failure.getMessage(), time.nowNanos());
                })
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private Future<Void> manifest(Recording recording, Bucket target, String path) {
        if (recording.output().getDisableManifest()) {
            return Future.succeededFuture();
        }
        String key = FilePath.manifest(path, recording.id());
        EgressInfo egress = recording.view();
        byte[] manifest = new JsonObject()
                .put("egress_id", egress.getEgressId())
                .put("room_id", egress.getRoomId())
                .put("room_name", egress.getRoomName())
                .put("started_at", egress.getStartedAt())
                .put("ended_at", egress.getEndedAt())
                .encode()
                .getBytes(StandardCharsets.UTF_8);
        return store.put(target, key, "application/json", manifest)
                .onSuccess(recording::manifestAt)
                .mapEmpty();
    }
}
