/**
 * The sound of conversations, which is neither held in memory nor in the inbox: first it is in our storage, then the
 * delivery that brought it, and what is in storage without a delivery is taken out again.
 */
@NullMarked
package dev.colloquy.webhook.sound;

import org.jspecify.annotations.NullMarked;
