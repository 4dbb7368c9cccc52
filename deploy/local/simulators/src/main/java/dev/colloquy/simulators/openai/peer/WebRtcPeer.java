package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.speech.Sound;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A peer with sound and a data channel. Its connection is only called from its slot's thread. */
final class WebRtcPeer implements CallPeer, PeerConnectionObserver {

    /** What was sent last shall leave before the connection is closed, and that it was closed before the wire is cut. */
    private static final long LAST_WORDS_MILLISECONDS = 100;

    private final Equipment equipment;
    private final Slot slot;
    private final SessionDescription offer;
    private final Context eventLoop;
    private final Promise<String> answer;
    private final Playout playout = new Playout();
    private final OutgoingSound outgoing;
    private volatile @Nullable Owner owner;
    private @Nullable RTCPeerConnection connection;
    private @Nullable Wire wire;
    private @Nullable IncomingSound incoming;
    private @Nullable Channel channel;
    private boolean connected;
    private boolean closed;

    WebRtcPeer(SessionDescription offer, Context eventLoop, Slot slot, Equipment equipment) {
        this.offer = offer;
        this.slot = slot;
        this.equipment = equipment;
        this.eventLoop = eventLoop;
        this.answer = Promise.promise();
        this.outgoing = new OutgoingSound(slot, playout, equipment.pacer());
    }

    @Override
    public Future<String> answer(Owner listening) {
        slot.thread().execute(() -> accept(listening));
        var _ = slot.thread()
                .schedule(this::giveUpUnlessConnected, equipment.patience().toMillis(), TimeUnit.MILLISECONDS);
        return answer.future();
    }

    @Override
    public boolean carriesMedia() {
        return true;
    }

    @Override
    public void send(String text) {
        slot.thread().execute(() -> {
            if (channel != null) {
                channel.send(text);
            }
        });
    }

    @Override
    public void play(Sound sound, Runnable heard) {
        playout.add(sound, () -> onEventLoop(heard));
    }

    @Override
    public int silence() {
        return playout.clear();
    }

    @Override
    public void close() {
        var _ = slot.thread().schedule(this::closeOnce, LAST_WORDS_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cut() {
        slot.thread().execute(() -> {
            if (wire != null) {
                wire.cut();
            }
        });
    }

    private void giveUpUnlessConnected() {
        if (!connected && !closed) {
            tell(Owner::lost);
        }
    }

    private void accept(Owner listening) {
        owner = listening;
        try {
            connection = slot.factory().createPeerConnection(withoutServers(), this);
            var remote = new RTCSessionDescription(RTCSdpType.OFFER, offer.text());
            connection.setRemoteDescription(remote, Descriptions.onSet(this::answerOffer, this::fail));
        } catch (RuntimeException unusable) {
            fail(String.valueOf(unusable.getMessage()));
        }
    }

    private static RTCConfiguration withoutServers() {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.portAllocatorConfig.setDisableTcp(true);
        return configuration;
    }

    private void answerOffer() {
        slot.thread().execute(() -> {
            if (connection != null) {
                outgoing.attachTo(connection);
                connection.createAnswer(new RTCAnswerOptions(), Descriptions.onCreated(this::describe, this::fail));
            }
        });
    }

    private void describe(RTCSessionDescription local) {
        slot.thread().execute(() -> {
            if (connection != null) {
                connection.setLocalDescription(local, Descriptions.onSet(() -> {}, this::fail));
            }
        });
    }

    private void fail(String reason) {
        onEventLoop(() -> answer.tryFail(reason));
        close();
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // the answer waits for all of them
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            slot.thread().execute(() -> {
                if (connection != null && wire == null) {
                    wire = new Wire(equipment.wires(), connection.getLocalDescription().sdp);
                    String sdp = wire.answer();
                    onEventLoop(() -> answer.tryComplete(sdp));
                }
            });
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        switch (state) {
            case CONNECTED ->
                slot.thread().execute(() -> {
                    if (connection != null) {
                        connected = true;
                        outgoing.startOnceSending(connection);
                    }
                });
            case FAILED, CLOSED -> tell(Owner::lost);
            default -> {}
        }
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
            slot.thread().execute(() -> {
                incoming = new IncomingSound(track, this::hear);
            });
        }
    }

    /** The newest channel counts. One that is no longer ours must not be observed when the connection is closed. */
    @Override
    public void onDataChannel(RTCDataChannel opened) {
        slot.thread().execute(() -> {
            if (!closed && owner != null) {
                if (channel != null) {
                    channel.close();
                }
                channel = new Channel(opened, owner, slot.thread(), this::onEventLoop);
                channel.observe();
            }
        });
    }

    private void hear(double loudness) {
        tell(listening -> listening.heard(loudness, Playout.FRAME_MILLISECONDS));
    }

    private void closeOnce() {
        if (closed) {
            return;
        }
        closed = true;
        outgoing.stopPushing();
        if (incoming != null) {
            incoming.close();
        }
        if (channel != null) {
            channel.close();
        }
        if (connection != null) {
            connection.close();
        }
        outgoing.dispose();
        connection = null;
        var _ = slot.thread().schedule(this::cut, LAST_WORDS_MILLISECONDS, TimeUnit.MILLISECONDS);
        equipment.slots().giveBack(slot);
    }

    private void tell(Consumer<Owner> news) {
        Owner listening = owner;
        if (listening != null) {
            onEventLoop(() -> news.accept(listening));
        }
    }

    private void onEventLoop(Runnable action) {
        eventLoop.runOnContext(_ -> action.run());
    }
}
