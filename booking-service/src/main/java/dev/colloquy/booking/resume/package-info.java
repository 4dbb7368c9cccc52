/** Resumes of a tenant: the file in object storage under a generated key, its text and its name in a row. */
@NullMarked
package dev.colloquy.booking.resume;

import org.jspecify.annotations.NullMarked;
