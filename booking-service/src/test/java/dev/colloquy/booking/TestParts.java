package dev.colloquy.booking;

import dev.colloquy.booking.peers.Peers;
import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.local.embedded.S3Resource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What every test of the booted service runs against. */
@WithTestResource(
        value = PostgresResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "booking"))
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = S3Resource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(
        value = OidcResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "client", value = "booking-service"))
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
class TestParts {}
