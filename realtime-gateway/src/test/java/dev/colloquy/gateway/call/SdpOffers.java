package dev.colloquy.gateway.call;

/** Offers as browsers make them, cut to what matters. */
public final class SdpOffers {

    private static final String OFFER = """
            v=0\r
            o=- 4611 2 IN IP4 127.0.0.1\r
            s=%s\r
            m=audio 9 UDP/TLS/RTP/SAVPF 111\r
            a=ice-ufrag:abcd\r
            a=ice-pwd:0123456789012345678901\r
            a=fingerprint:sha-256 00:11\r
            """;

    private SdpOffers() {}

    public static String named(String name) {
        return OFFER.formatted(name);
    }

    /** An offer that the simulated provider answers with a status, 0 for no answer. */
    public static String answeredWith(int status) {
        return named("-") + "a=x-status:" + status + "\r\n";
    }

    public static String message(String sdp) {
        return "{\"type\": \"sdp_offer\", \"sdp\": \"%s\"}".formatted(sdp.replace("\r\n", "\\r\\n"));
    }
}
