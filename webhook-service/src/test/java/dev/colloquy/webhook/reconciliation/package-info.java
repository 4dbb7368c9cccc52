@NullMarked
package dev.colloquy.webhook.reconciliation;

import org.jspecify.annotations.NullMarked;
