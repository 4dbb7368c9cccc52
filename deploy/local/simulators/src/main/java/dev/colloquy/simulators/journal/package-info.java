/** Everything the simulators received and sent, newest last, bounded and with secrets masked. */
@NullMarked
package dev.colloquy.simulators.journal;

import org.jspecify.annotations.NullMarked;
