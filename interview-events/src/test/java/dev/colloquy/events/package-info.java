/** The contract: records, catalogue, schemas, golden files and the reader say the same. */
@NullMarked
package dev.colloquy.events;

import org.jspecify.annotations.NullMarked;
