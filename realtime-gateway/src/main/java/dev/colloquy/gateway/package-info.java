/** Live connections of interviews: what the service refuses, and the time it goes by. */
@NullMarked
package dev.colloquy.gateway;

import org.jspecify.annotations.NullMarked;
