@NullMarked
package dev.colloquy.webhook.signature;

import org.jspecify.annotations.NullMarked;
