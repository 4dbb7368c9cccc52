/** The keys that tenants have with providers: sealed at rest, shown to nobody but the services that use them. */
@NullMarked
package dev.colloquy.session.secret;

import org.jspecify.annotations.NullMarked;
