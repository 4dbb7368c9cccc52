package dev.colloquy.session.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.TenantRows;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.tenant.TenantDirectory;
import dev.colloquy.session.tenant.TenantNotFound;
import dev.colloquy.session.tenant.TenantNotSetUp;
import dev.colloquy.session.tenant.TenantRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Keeps tenants' provider keys; each change holds the tenant's row first. */
@ApplicationScoped
class ProviderKeyService {

    private static final Logger LOG = Logger.getLogger(ProviderKeyService.class);
    private static final int BATCH = 100;

    private final TenantRows rows;
    private final TenantDirectory directory;
    private final TenantRepository tenants;
    private final ProviderKeyRepository keys;
    private final Seal seal;
    private final ObjectMapper json;
    private final Clock clock;

    ProviderKeyService(
            TenantRows rows,
            TenantDirectory directory,
            TenantRepository tenants,
            ProviderKeyRepository keys,
            Seal seal,
            ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.tenants = tenants;
        this.keys = keys;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    @WithTransaction
    Uni<ProviderKeyView.All> list(TenantId tenant) {
        return rows.of(tenant)
                .chain(() -> tenants.findById(tenant.value()))
                .onItem()
                .ifNull()
                .failWith(TenantNotFound::new)
                .chain(keys::all)
                .map(found -> new ProviderKeyView.All(
                        found.stream().map(ProviderKeyView::of).toList()));
    }

    @WithTransaction
    Uni<Void> put(TenantId tenant, Provider provider, Credential credential) {
        return held(tenant)
                .chain(() -> keys.find(provider))
                .map(known -> Objects.requireNonNullElseGet(known, () -> ProviderKey.of(tenant, provider)))
                .invoke(key -> seal(key, tenant, credential))
                .chain(keys::persist)
                .invoke(key ->
                        LOG.infof("A provider key was set tenant=%s provider=%s %s", tenant, provider, key.fingerprint))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> delete(TenantId tenant, Provider provider) {
        return held(tenant)
                .chain(() -> keys.find(provider))
                .onItem()
                .ifNull()
                .failWith(ProviderKeyNotFound::new)
                .chain(keys::delete)
                .invoke(() -> LOG.infof("A provider key was removed tenant=%s provider=%s", tenant, provider));
    }

    @WithTransaction
    Uni<Credential> read(TenantId tenant, Provider provider) {
        return rows.of(tenant)
                .chain(() -> keys.find(provider))
                .onItem()
                .ifNull()
                .failWith(ProviderKeyNotFound::new)
                .map(key -> credential(seal.open(tenant, provider, key.content())));
    }

    /** Seals anew what another key than the current one sealed for a page of tenants; answers whether there are more. */
    @WithTransaction
    Uni<Boolean> renew(int page) {
        return directory
                .page(page, BATCH)
                .call(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::renew)
                        .collect()
                        .last())
                .map(found -> found.size() == BATCH);
    }

    private Uni<Void> renew(TenantId tenant) {
        return held(tenant)
                .chain(keys::all)
                .invoke(found ->
                        found.stream().filter(key -> !seal.isCurrent(key.keyId)).forEach(key -> renew(key, tenant)))
                .chain(keys::flush);
    }

    /** What cannot be opened is left as it is: its tenant puts the key again, and the service starts. */
    private void renew(ProviderKey key, TenantId tenant) {
        try {
            key.keep(seal.seal(tenant, key.provider, seal.open(tenant, key.provider, key.content())));
            LOG.infof("A provider key was sealed anew tenant=%s provider=%s", tenant, key.provider);
        } catch (IllegalStateException e) {
            LOG.errorf(e, "A provider key cannot be opened tenant=%s provider=%s", tenant, key.provider);
        }
    }

    private void seal(ProviderKey key, TenantId tenant, Credential credential) {
        var plain = bytes(credential);
        key.keep(seal.seal(tenant, key.provider, plain));
        key.fingerprint = fingerprint(plain);
        key.updatedAt = clock.instant();
    }

    private Uni<Void> held(TenantId tenant) {
        return rows.of(tenant)
                .chain(() -> tenants.hold(tenant))
                .onFailure(TenantNotSetUp.class)
                .transform(_ -> new TenantNotFound())
                .replaceWithVoid();
    }

    private byte[] bytes(Credential credential) {
        try {
            return json.writeValueAsBytes(credential);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("A credential serialises");
        }
    }

    private Credential credential(byte[] plain) {
        try {
            return json.readValue(plain, Credential.class);
        } catch (IOException _) {
            throw new IllegalStateException("A sealed credential is not readable");
        }
    }

    private static String fingerprint(byte[] plain) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(plain);
            return "sha256:" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
