@NullMarked
package dev.colloquy.webhook.erasure;

import org.jspecify.annotations.NullMarked;
