/** Speech of this machine: text spoken as 24 kHz sound, and the ear that tells speech from silence. */
@NullMarked
package dev.colloquy.simulators.speech;

import org.jspecify.annotations.NullMarked;
