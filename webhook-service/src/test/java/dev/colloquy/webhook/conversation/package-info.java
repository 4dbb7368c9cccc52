@NullMarked
package dev.colloquy.webhook.conversation;

import org.jspecify.annotations.NullMarked;
