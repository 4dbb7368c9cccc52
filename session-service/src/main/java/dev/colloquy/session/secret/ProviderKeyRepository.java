package dev.colloquy.session.secret;

import dev.colloquy.events.Provider;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The provider keys of the tenant whose rows are open. */
@ApplicationScoped
class ProviderKeyRepository implements PanacheRepositoryBase<ProviderKey, UUID> {

    Uni<@Nullable ProviderKey> find(Provider provider) {
        return find("provider", provider).firstResult();
    }

    Uni<List<ProviderKey>> all() {
        return list("order by provider");
    }
}
