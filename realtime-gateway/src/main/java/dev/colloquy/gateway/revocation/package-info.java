/** What happens to the sockets of candidates who are erased, or whose interview will not take place. */
@NullMarked
package dev.colloquy.gateway.revocation;

import org.jspecify.annotations.NullMarked;
