package dev.colloquy.messaging;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The pool as Quarkus would make it, but for two things. Statements beyond 2,048 characters are prepared, too: the client would
 * have the database parse and plan them each time. And a replica that is paused in a transaction loses it after a while: as long
 * as one that has written something stays open, nothing that is younger can be published, by nobody.
 */
@ApplicationScoped
class Connections implements PgPoolCreator {

    private static final int LONGEST_PREPARED_STATEMENT = 64 * 1024;

    private final String longestPause;

    Connections(MessagingConfig config) {
        longestPause = String.valueOf(config.deliveryTimeout().multipliedBy(4).toMillis());
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED_STATEMENT)
                        .addProperty("idle_in_transaction_session_timeout", longestPause));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
