package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.speech.Loudness;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.util.function.DoubleConsumer;

/** The browser's microphone: how loud each 10 ms are. */
final class IncomingSound {

    private final AudioTrack track;
    private final AudioTrackSink sink;

    IncomingSound(AudioTrack track, DoubleConsumer loudness) {
        this.track = track;
        this.sink = (data, _, _, _, _) -> loudness.accept(Loudness.of(data));
        track.addSink(sink);
    }

    void close() {
        track.removeSink(sink);
    }
}
