/** What the voice agent must know to hold an interview. */
@NullMarked
package dev.colloquy.session.agent;

import org.jspecify.annotations.NullMarked;
