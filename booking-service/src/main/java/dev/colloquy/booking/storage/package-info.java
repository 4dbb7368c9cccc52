/** The S3-compatible store of files. */
@NullMarked
package dev.colloquy.booking.storage;

import org.jspecify.annotations.NullMarked;
