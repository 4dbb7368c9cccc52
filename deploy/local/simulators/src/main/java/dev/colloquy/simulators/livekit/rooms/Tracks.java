package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.runtime.Ids;
import java.util.List;
import java.util.Optional;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;

/** What a virtual participant publishes, as LiveKit describes it. No media flow. */
final class Tracks {

    /** A source as tokens and the control API name it, and what stands for it in a track's sid. */
    private record Kind(String name, TrackSource source, TrackType type, String letters) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("microphone", TrackSource.MICROPHONE, TrackType.AUDIO, "AM"),
            new Kind("camera", TrackSource.CAMERA, TrackType.VIDEO, "VC"),
            new Kind("screen_share", TrackSource.SCREEN_SHARE, TrackType.VIDEO, "VS"),
            new Kind("screen_share_audio", TrackSource.SCREEN_SHARE_AUDIO, TrackType.AUDIO, "AS"));

    private Tracks() {}

    static Optional<TrackSource> source(String name) {
        return KINDS.stream()
                .filter(kind -> kind.name.equals(name))
                .map(Kind::source)
                .findFirst();
    }

    static TrackInfo of(TrackSource source, Ids ids) {
        Kind kind = KINDS.stream()
                .filter(candidate -> candidate.source == source)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(source.name()));
        return TrackInfo.newBuilder()
                .setSid(ids.next("TR_" + kind.letters, 12))
                .setType(kind.type)
                .setSource(source)
                .setMimeType(kind.type == TrackType.AUDIO ? "audio/red" : "video/VP8")
                .build();
    }

    static List<TrackInfo> without(List<TrackInfo> tracks, String sid) {
        return tracks.stream().filter(track -> !track.getSid().equals(sid)).toList();
    }

    static List<TrackInfo> muted(List<TrackInfo> tracks, String sid) {
        return tracks.stream()
                .map(track -> track.getSid().equals(sid)
                        ? track.toBuilder().setMuted(true).build()
                        : track)
                .toList();
    }

    static Optional<TrackInfo> find(List<TrackInfo> tracks, String sid) {
        return tracks.stream().filter(track -> track.getSid().equals(sid)).findFirst();
    }
}
