/** What the tests of this service stand on: the other services, Kafka, and interviews to begin with. */
@NullMarked
package dev.colloquy.session.testing;

import org.jspecify.annotations.NullMarked;
