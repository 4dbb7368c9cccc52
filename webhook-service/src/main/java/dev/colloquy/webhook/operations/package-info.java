/** What an operator sees of this service and can put right. */
@NullMarked
package dev.colloquy.webhook.operations;

import org.jspecify.annotations.NullMarked;
