package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.speech.Sound;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pushes what a peer plays, a frame every 10 ms, from the one pacing thread. It begins when packets leave: only then has
 * the device begun to record, and only then can its recording be stopped for good.
 */
final class OutgoingSound {

    private static final int BITS = 16;
    private static final long POLL_MILLISECONDS = 5;

    private final Slot slot;
    private final Playout playout;
    private final ScheduledExecutorService pacer;
    private final CustomAudioSource source = new CustomAudioSource();
    private @Nullable AudioTrack track;
    private @Nullable ScheduledFuture<?> pushing;
    private boolean stopped;

    OutgoingSound(Slot slot, Playout playout, ScheduledExecutorService pacer) {
        this.slot = slot;
        this.playout = playout;
        this.pacer = pacer;
    }

    /** After the offer was taken, so that the track takes the offered section. */
    void attachTo(RTCPeerConnection connection) {
        track = slot.factory().createAudioTrack("audio", source);
        connection.addTrack(track, List.of("realtimeapi"));
    }

    void startOnceSending(RTCPeerConnection connection) {
        if (!stopped && pushing == null) {
            connection.getStats(report -> slot.thread().execute(() -> startIfSending(connection, report)));
        }
    }

    private void startIfSending(RTCPeerConnection connection, RTCStatsReport report) {
        if (stopped || pushing != null) {
            return;
        }
        if (report.getStats().values().stream().anyMatch(OutgoingSound::sends)) {
            slot.stopRecording();
            pushing = pacer.scheduleAtFixedRate(this::push, 0, Playout.FRAME_MILLISECONDS, TimeUnit.MILLISECONDS);
        } else {
            var _ = slot.thread()
                    .schedule(() -> startOnceSending(connection), POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean sends(RTCStats stats) {
        return stats.getType() == RTCStatsType.OUTBOUND_RTP
                && stats.getAttributes().get("packetsSent") instanceof Number packets
                && packets.longValue() > 0;
    }

    private void push() {
        source.pushAudio(playout.nextFrame(), BITS, Sound.RATE, 1, Playout.FRAME_SAMPLES);
    }

    /** Returns when no frame is being pushed and none will be. */
    void stopPushing() {
        stopped = true;
        ScheduledFuture<?> running = pushing;
        if (running != null) {
            CompletableFuture.runAsync(() -> running.cancel(false), pacer).join();
        }
    }

    void dispose() {
        source.dispose();
    }
}
