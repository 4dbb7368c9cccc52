package dev.colloquy.session.testing;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service with real PostgreSQL, Kafka and issuers. All share one start. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = OidcResource.class, initArgs = @ResourceArg(name = "client", value = "session-service"))
@QuarkusTestResource(Peers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SessionTest {}
