/**
 * The secret in an invitation link: how it is minted, where it leads, and that nothing ever shows it. Owns the routing
 * table {@code booking_route}, which holds hashes only and no personal data.
 */
@NullMarked
package dev.colloquy.booking.link;

import org.jspecify.annotations.NullMarked;
