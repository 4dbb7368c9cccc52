package dev.colloquy.session.secret;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A tenant's key with a provider, sealed. */
@Entity
class ProviderKey {

    @Id
    UUID id;

    String tenant;

    @Enumerated(EnumType.STRING)
    Provider provider;

    String keyId;

    byte[] sealed;

    String fingerprint;

    Instant updatedAt;

    static ProviderKey of(TenantId tenant, Provider provider) {
        var key = new ProviderKey();
        key.id = UUID.randomUUID();
        key.tenant = tenant.value();
        key.provider = provider;
        return key;
    }

    void keep(Sealed content) {
        keyId = content.keyId();
        sealed = content.bytes();
    }

    Sealed content() {
        return new Sealed(keyId, sealed);
    }
}
