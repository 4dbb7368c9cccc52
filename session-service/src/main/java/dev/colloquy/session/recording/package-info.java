/** The sound of conversations held with ElevenLabs: it is their interview's recording, or nobody's. */
@NullMarked
package dev.colloquy.session.recording;

import org.jspecify.annotations.NullMarked;
