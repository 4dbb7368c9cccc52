/** The S3-compatible store of conversations' sound. */
@NullMarked
package dev.colloquy.webhook.storage;

import org.jspecify.annotations.NullMarked;
