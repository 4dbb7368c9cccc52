package dev.colloquy.gateway.call;

import java.util.List;

/** A browser's offer, of a size and shape that is worth a provider's time. */
record SdpOffer(String sdp) {

    private static final int MAX_LENGTH = 32 * 1024;
    private static final List<String> NEEDED = List.of("m=audio ", "a=ice-ufrag:", "a=ice-pwd:", "a=fingerprint:");

    /** Refuses what cannot be a WebRTC audio offer. Content is the provider's business. */
    SdpOffer {
        if (sdp.length() > MAX_LENGTH
                || !sdp.startsWith("v=0")
                || !sdp.chars().allMatch(SdpOffer::isText)
                || !NEEDED.stream().allMatch(line -> sdp.contains("\n" + line))) {
            throw new CallRefused(CallRefused.Reason.INVALID_SDP);
        }
    }

    private static boolean isText(int c) {
        return c == '\r' || c == '\n' || c == '\t' || c >= ' ';
    }
}
