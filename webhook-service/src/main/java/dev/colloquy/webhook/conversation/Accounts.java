package dev.colloquy.webhook.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.colloquy.events.TenantId;
import dev.colloquy.webhook.signature.ElevenLabsConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** With whose keys ElevenLabs is asked. A tenant's key is remembered for a short time. */
@ApplicationScoped
class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final int MOST = 1000;

    private final ProviderKeyClient session;
    private final List<AccountKey> own;
    private final Cache<TenantId, Optional<AccountKey>> known;

    Accounts(@RestClient ProviderKeyClient session, ElevenLabsConfig config) {
        this.session = session;
        this.own =
                config.apiKey().map(key -> new AccountKey(key, null)).stream().toList();
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(config.keyMemory())
                .build();
    }

    /** The tenant's own key, if it has one, and the installation's: conversations may have been begun with either. */
    Uni<KeyChain> of(@Nullable TenantId tenant) {
        return tenant == null
                ? Uni.createFrom().item(new KeyChain(own, null))
                : keyOf(tenant)
                        .map(key -> new KeyChain(
                                Stream.concat(key.stream(), own.stream()).toList(), null))
                        .onFailure()
                        .invoke(e -> LOG.infof("No answer about the key of tenant=%s: %s", tenant, e))
                        .onFailure()
                        .recoverWithItem(new KeyChain(own, "the tenant's key is not known now"));
    }

    /** A refused key is read again at the next question: its tenant may have put another one. */
    void refused(AccountKey key, KeyRefused refusal) {
        var tenant = key.tenant();
        if (tenant != null) {
            LOG.warnf("ElevenLabs: %s tenant=%s", refusal.getMessage(), tenant);
            known.invalidate(tenant);
        }
    }

    private Uni<Optional<AccountKey>> keyOf(TenantId tenant) {
        var key = known.getIfPresent(tenant);
        return key != null
                ? Uni.createFrom().item(key)
                : session.key(tenant)
                        .map(credential -> Optional.of(new AccountKey(credential.key(), tenant)))
                        .onFailure(Accounts::isNone)
                        .recoverWithItem(Optional.empty())
                        .invoke(found -> known.put(tenant, found));
    }

    private static boolean isNone(Throwable failure) {
        return failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() == 404;
    }
}
