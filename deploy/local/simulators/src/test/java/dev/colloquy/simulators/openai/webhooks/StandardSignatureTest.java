package dev.colloquy.simulators.openai.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandardSignatureTest {

    @Test
    @DisplayName(
            "providers 3.3: v1,<base64 HMAC-SHA256 of id, time and raw body>, as in the specification's own example")
    void signsIdTimeAndBody() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                new StandardSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .of(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1_614_265_330),
                                Buffer.buffer("{\"test\": 2432232314}")));
    }

    @Test
    void namesTheVariableOfASecretThatIsNoKey() {
        URI url = URI.create("http://localhost/hooks");
        assertEquals(
                "OPENAI_WEBHOOK_SECRET is not base64 after whsec_",
                assertThrows(IllegalArgumentException.class, () -> new WebhookTarget(url, "whsec_%"))
                        .getMessage());
    }
}
