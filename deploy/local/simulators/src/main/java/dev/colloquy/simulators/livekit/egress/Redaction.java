package dev.colloquy.simulators.livekit.egress;

import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.S3Upload;

/** The echo of a request without its storage keys: each is replaced by its name in braces. */
final class Redaction {

    private Redaction() {}

    @SuppressWarnings("deprecation")
    static RoomCompositeEgressRequest of(RoomCompositeEgressRequest request) {
        RoomCompositeEgressRequest.Builder echo = request.toBuilder();
        echo.getFileOutputsBuilderList().forEach(Redaction::redact);
        if (echo.hasFile()) {
            redact(echo.getFileBuilder());
        }
        return echo.build();
    }

    private static void redact(EncodedFileOutput.Builder output) {
        if (output.hasS3()) {
            redact(output.getS3Builder());
        }
    }

    private static void redact(S3Upload.Builder s3) {
        s3.setAccessKey(s3.getAccessKey().isEmpty() ? "" : "{access_key}")
                .setSecret(s3.getSecret().isEmpty() ? "" : "{secret}")
                .setSessionToken(s3.getSessionToken().isEmpty() ? "" : "{session_token}");
    }
}
