package dev.colloquy.webhook.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.TenantId;
import dev.colloquy.webhook.FakeElevenLabs;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W5 Questions with a tenant's key")
class ElevenLabsApiTest {

    private static final int ENOUGH_TO_OPEN_THE_CIRCUIT = 40;

    @Inject
    ElevenLabsApi elevenLabs;

    @Test
    @DisplayName("do not keep others from asking when the key is refused")
    void doNotOpenTheCircuit() throws Throwable {
        var revoked = new AccountKey(FakeElevenLabs.REVOKED_KEY, new TenantId("revoked"));
        for (int i = 0; i < ENOUGH_TO_OPEN_THE_CIRCUIT; i++) {
            var refusal = assertThrows(KeyRefused.class, () -> ask(revoked));
            assertEquals("the tenant's key is refused (401)", refusal.getMessage());
        }

        assertTrue(ask(new AccountKey(FakeElevenLabs.KEY, null)).isPresent());
    }

    @Test
    void doNotShowTheKey() {
        var key = new AccountKey(FakeElevenLabs.KEY_OF_OWNER, new TenantId("owner"));
        assertFalse(key.toString().contains(key.value()));
        assertFalse(new ProviderKeyClient.Credential(key.value()).toString().contains(key.value()));
    }

    private Optional<byte[]> ask(AccountKey key) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> elevenLabs.conversation(key, FakeElevenLabs.conversation("done")));
    }
}
