package dev.colloquy.webhook;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.local.embedded.S3Resource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What every test of the booted service runs on. */
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "webhook"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = S3Resource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OidcResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeLiveKit.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeElevenLabs.class, scope = TestResourceScope.GLOBAL)
class Stack {}
