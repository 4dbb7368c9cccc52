/** The sound of a recording: Ogg Opus files made without a codec. */
@NullMarked
package dev.colloquy.simulators.livekit.ogg;

import org.jspecify.annotations.NullMarked;
