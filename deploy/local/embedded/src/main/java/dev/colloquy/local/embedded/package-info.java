/** The real parts Colloquy runs on (PostgreSQL, Kafka, S3, SMTP, OIDC) inside one JVM, for the local stack and for tests. */
@NullMarked
package dev.colloquy.local.embedded;

import org.jspecify.annotations.NullMarked;
