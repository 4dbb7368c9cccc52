package dev.colloquy.simulators.openai.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A factory of peer connections with an audio device of its own, and the thread that calls both. Only one peer may live
 * on it: the device feeds what it records to every peer of its factory, and libwebrtc aborts the process when sound is
 * pushed at the same moment.
 */
final class Slot {

    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(device);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webrtc-peer-", 0).factory());

    PeerConnectionFactory factory() {
        return factory;
    }

    ScheduledExecutorService thread() {
        return thread;
    }

    /** Joins the device's capture thread: from now on nobody but us feeds the peer. */
    void stopRecording() {
        device.stopRecording();
    }
}
