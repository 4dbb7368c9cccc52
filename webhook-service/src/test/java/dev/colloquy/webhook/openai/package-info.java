@NullMarked
package dev.colloquy.webhook.openai;

import org.jspecify.annotations.NullMarked;
