@NullMarked
package dev.colloquy.webhook.tavus;

import org.jspecify.annotations.NullMarked;
