package dev.colloquy.simulators.livekit.egress;

import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.S3Upload;

/** The echo of a request without its storage keys: each is replaced by its name in braces. The deprecated single output is left out. */
final class Redaction {

    private Redaction() {}

    static RoomCompositeEgressRequest of(RoomCompositeEgressRequest request) {
        RoomCompositeEgressRequest.Builder echo = request.toBuilder().clearOutput();
        echo.getFileOutputsBuilderList().stream()
                .filter(output -> output.hasS3())
                .forEach(output -> redact(output.getS3Builder()));
        return echo.build();
    }

    private static void redact(S3Upload.Builder s3) {
        s3.setAccessKey(s3.getAccessKey().isEmpty() ? "" : "{access_key}")
                .setSecret(s3.getSecret().isEmpty() ? "" : "{secret}")
                .setSessionToken(s3.getSessionToken().isEmpty() ? "" : "{session_token}");
    }
}
