package dev.colloquy.session.secret;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends a rotation: after a start that knows a previous key, the current one has sealed everything. */
@ApplicationScoped
class Renewal {

    private final SecretsConfig config;
    private final ProviderKeyService keys;

    Renewal(SecretsConfig config, ProviderKeyService keys) {
        this.config = config;
        this.keys = keys;
    }

    void onStart(@Observes StartupEvent event) throws Throwable {
        if (config.previousKey().isPresent()) {
            VertxContextSupport.subscribeAndAwait(() -> from(0));
        }
    }

    private Uni<Void> from(int page) {
        return keys.renew(page)
                .chain(more -> more ? from(page + 1) : Uni.createFrom().voidItem());
    }
}
