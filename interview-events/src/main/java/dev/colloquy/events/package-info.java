/** What the services say to each other over Kafka: one record per event, ids and times only, never personal data. */
@NullMarked
package dev.colloquy.events;

import org.jspecify.annotations.NullMarked;
