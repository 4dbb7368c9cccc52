package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.openai.peer.SessionDescription.Media;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers an offer correctly and carries no media: the audio and the data channel of the answer lead nowhere. */
public final class SignallingPeer implements CallPeer {

    private static final String APPLICATION = "application";

    private final SessionDescription offer;
    private final String ufrag;
    private final String password;
    private final String fingerprint;
    private final String sessionId;

    public SignallingPeer(SessionDescription offer, Ids ids) {
        this.offer = offer;
        this.ufrag = ids.next("", 8);
        this.password = ids.next("", 24);
        this.fingerprint = fingerprint(ids.next("", 32));
        this.sessionId = String.valueOf(Math.abs((long) ufrag.hashCode()) + 1);
    }

    @Override
    public Future<String> answer(Owner owner) {
        List<String> lines =
                new ArrayList<>(List.of("v=0", "o=- " + sessionId + " 2 IN IP4 127.0.0.1", "s=-", "t=0 0"));
        lines.add(offer.media().stream()
                .filter(SignallingPeer::accepts)
                .map(Media::mid)
                .collect(Collectors.joining(" ", "a=group:BUNDLE ", "")));
        lines.add("a=msid-semantic: WMS realtimeapi");
        offer.media().forEach(media -> lines.addAll(accepts(media) ? accepted(media) : rejected(media)));
        return Future.succeededFuture(String.join("\r\n", lines) + "\r\n");
    }

    @Override
    public boolean carriesMedia() {
        return false;
    }

    @Override
    public void send(String text) {
        // nobody is connected
    }

    @Override
    public void play(Sound sound, Runnable heard) {
        heard.run();
    }

    @Override
    public int silence() {
        return 0;
    }

    @Override
    public void close() {
        // nothing was opened
    }

    @Override
    public void cut() {
        // nobody is connected
    }

    private static boolean accepts(Media media) {
        return media.kind().equals(APPLICATION) || media.opusFormat().isPresent();
    }

    private List<String> accepted(Media media) {
        List<String> lines = new ArrayList<>();
        String formats = media.opusFormat().orElse("webrtc-datachannel");
        lines.add("m=" + media.kind() + " 9 " + media.protocol() + " " + formats);
        lines.add("c=IN IP4 0.0.0.0");
        lines.add("a=candidate:1 1 udp 2130706431 127.0.0.1 9 typ host generation 0");
        lines.add("a=end-of-candidates");
        lines.add("a=ice-ufrag:" + ufrag);
        lines.add("a=ice-pwd:" + password);
        lines.add("a=fingerprint:sha-256 " + fingerprint);
        lines.add("a=setup:" + (media.attribute("setup").orElse("actpass").equals("active") ? "passive" : "active"));
        lines.add("a=mid:" + media.mid());
        lines.addAll(media.kind().equals(APPLICATION) ? dataChannel() : audio(media, formats));
        return lines;
    }

    private static List<String> dataChannel() {
        return List.of("a=sctp-port:5000", "a=max-message-size:262144");
    }

    private static List<String> audio(Media media, String format) {
        return List.of(
                "a=" + direction(media),
                "a=msid:realtimeapi audio",
                "a=rtcp-mux",
                "a=rtpmap:" + format + " opus/48000/2",
                "a=fmtp:" + format + " minptime=10;useinbandfec=1");
    }

    private static String direction(Media media) {
        if (media.attributes().contains("sendonly")) {
            return "recvonly";
        } else if (media.attributes().contains("recvonly")) {
            return "sendonly";
        }
        return media.attributes().contains("inactive") ? "inactive" : "sendrecv";
    }

    private static List<String> rejected(Media media) {
        return List.of(
                "m=" + media.kind() + " 0 " + media.protocol() + " " + String.join(" ", media.formats()),
                "c=IN IP4 0.0.0.0",
                "a=mid:" + media.mid(),
                "a=inactive");
    }

    private static String fingerprint(String seed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
