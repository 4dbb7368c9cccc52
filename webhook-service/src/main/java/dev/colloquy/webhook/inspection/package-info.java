/** What operators and other services see of the stored deliveries. */
@NullMarked
package dev.colloquy.webhook.inspection;

import org.jspecify.annotations.NullMarked;
