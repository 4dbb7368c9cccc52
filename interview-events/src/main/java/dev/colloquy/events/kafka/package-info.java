/** Events as Kafka carries them: one strict way to read them, the same in every service. */
@NullMarked
package dev.colloquy.events.kafka;

import org.jspecify.annotations.NullMarked;
