package dev.colloquy.simulators.elevenlabs.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PostCallSignatureTest {

    @Test
    @DisplayName("providers 2.3: t=<unix s>,v0=<hex HMAC-SHA256 of t, a dot and the raw body>")
    void signsTimeDotBody() {
        String signature = new PostCallSignature("wsec_0123456789")
                .of(Buffer.buffer("{\"type\":\"post_call_transcription\"}"), Instant.ofEpochSecond(1_700_000_000));
        assertEquals("t=1700000000,v0=12d7ec4e04d88a198367cf34f348d30aa67fc6a2b545e5b5d472cab90cfb7b70", signature);
    }
}
