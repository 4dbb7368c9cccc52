package dev.colloquy.simulators.livekit.egress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EncodedFileOutput;

/** Where a recording is stored: the requested path with its placeholders filled, and the extension of its kind. */
final class FilePath {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private FilePath() {}

    static String of(EncodedFileOutput output, EgressInfo egress, Instant now) {
        String wanted = output.getFilepath().isEmpty() ? "{room_name}-{time}" : output.getFilepath();
        String template = wanted.endsWith("/") ? wanted + "{room_name}-{time}" : wanted;
        String path = template.replace("{room_name}", egress.getRoomName())
                .replace("{room_id}", egress.getRoomId())
                .replace("{time}", TIME.format(now))
                .replace("{utc}", UTC.format(now));
        return path.endsWith(".ogg") ? path : path + ".ogg";
    }

    static String manifest(String path, String egressId) {
        return path.substring(0, path.lastIndexOf('/') + 1) + egressId + ".json";
    }
}
