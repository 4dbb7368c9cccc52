/** How platform administrators set tenants up, and what candidates see of a tenant before they sign in anywhere. */
@NullMarked
package dev.colloquy.session.administration;

import org.jspecify.annotations.NullMarked;
