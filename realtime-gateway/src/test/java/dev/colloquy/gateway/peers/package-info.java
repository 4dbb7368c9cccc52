/** The services and providers this service talks to, as small real HTTP servers. */
@NullMarked
package dev.colloquy.gateway.peers;

import org.jspecify.annotations.NullMarked;
