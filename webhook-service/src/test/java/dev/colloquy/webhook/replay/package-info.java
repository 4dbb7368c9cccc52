@NullMarked
package dev.colloquy.webhook.replay;

import org.jspecify.annotations.NullMarked;
