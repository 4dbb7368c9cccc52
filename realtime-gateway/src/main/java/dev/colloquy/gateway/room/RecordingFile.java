package dev.colloquy.gateway.room;

import java.util.Optional;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.S3Upload;

/**
 * Where a recording goes.
 *
 * @param path with LiveKit's placeholders
 * @param storage the storage; none: the egress server has its own
 */
public record RecordingFile(String path, Optional<StorageConfig> storage) {

    EncodedFileOutput toOutput() {
        var output =
                EncodedFileOutput.newBuilder().setFileType(EncodedFileType.OGG).setFilepath(path);
        storage.map(RecordingFile::upload).ifPresent(output::setS3);
        return output.build();
    }

    private static S3Upload upload(StorageConfig storage) {
        return S3Upload.newBuilder()
                .setEndpoint(storage.endpoint().toString())
                .setRegion(storage.region())
                .setBucket(storage.bucket())
                .setAccessKey(storage.accessKey())
                .setSecret(storage.secretKey())
                .setForcePathStyle(true)
                .build();
    }
}
