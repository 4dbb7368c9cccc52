/** What operators see of what providers still owe, and how what they owed has ended. */
@NullMarked
package dev.colloquy.webhook.waiting;

import org.jspecify.annotations.NullMarked;
