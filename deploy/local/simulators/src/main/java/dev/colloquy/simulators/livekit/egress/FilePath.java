package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Where a recording is stored: the requested path with its placeholders filled, and the extension of its kind. */
final class FilePath {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);
    private static final Pattern OTHER_EXTENSION = Pattern.compile("\\.(mp3|mp4|webm|ivf|m3u8|ts|jpeg|h264|raw)$");

    private FilePath() {}

    static String of(String wanted, LiveRoom room, Instant now) {
        String template = wanted.isEmpty() || wanted.endsWith("/") ? wanted + "{room_name}-{time}" : wanted;
        String path = template.replace("{room_name}", room.name())
                .replace("{room_id}", room.sid())
                .replace("{time}", TIME.format(now))
                .replace("{utc}", UTC.format(now));
        return path.endsWith(".ogg") ? path : OTHER_EXTENSION.matcher(path).replaceFirst("") + ".ogg";
    }

    static String manifest(String path, String egressId) {
        return path.substring(0, path.lastIndexOf('/') + 1) + egressId + ".json";
    }
}
