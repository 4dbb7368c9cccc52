/** Tavus' callbacks, kept and not published: no interview is held with a video of its yet. */
@NullMarked
package dev.colloquy.webhook.tavus;

import org.jspecify.annotations.NullMarked;
