package dev.colloquy.gateway.call;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SdpOfferTest {

    @Test
    void takesABrowsersOffer() {
        assertDoesNotThrow(() -> new SdpOffer(SdpOffers.named("-")));
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNone(String sdp) {
        var refused = assertThrows(CallRefused.class, () -> new SdpOffer(sdp));
        assertEquals(CallRefused.Reason.INVALID_SDP, refused.reason());
    }

    static Stream<String> refusesWhatIsNone() {
        var offer = SdpOffers.named("-");
        return Stream.of(
                "",
                "hello",
                offer.substring(1),
                offer.replace("m=audio", "m=video"),
                offer.replace("a=fingerprint", "a=print"),
                offer.replace("a=ice-ufrag", "a=ufrag"),
                offer + "\0",
                offer + "a=" + "x".repeat(33_000));
    }
}
