/** What an evaluation is written from. */
@NullMarked
package dev.colloquy.session.dossier;

import org.jspecify.annotations.NullMarked;
