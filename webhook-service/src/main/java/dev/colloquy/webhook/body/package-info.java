/** How requests' bodies come in: as large as their path allows, as fast as an honest sender is, and never whole in memory. */
@NullMarked
package dev.colloquy.webhook.body;

import org.jspecify.annotations.NullMarked;
