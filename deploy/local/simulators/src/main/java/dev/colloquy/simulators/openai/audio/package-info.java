/** Text to speech, and speech to text by fixed rules: nobody here understands speech, but what was spoken here is known. */
@NullMarked
package dev.colloquy.simulators.openai.audio;

import org.jspecify.annotations.NullMarked;
