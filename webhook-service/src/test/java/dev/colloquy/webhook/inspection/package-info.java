@NullMarked
package dev.colloquy.webhook.inspection;

import org.jspecify.annotations.NullMarked;
