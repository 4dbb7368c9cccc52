/** The bearers this service issues to candidates, each for one interview, and the public key that proves them. */
@NullMarked
package dev.colloquy.booking.bearer;

import org.jspecify.annotations.NullMarked;
