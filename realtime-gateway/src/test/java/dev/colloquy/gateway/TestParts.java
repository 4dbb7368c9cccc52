package dev.colloquy.gateway;

import dev.colloquy.gateway.peers.Peers;
import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What every test of this service runs against. */
@WithTestResource(
        value = PostgresResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(
        value = OidcResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "client", value = "realtime-gateway"))
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
class TestParts {}
