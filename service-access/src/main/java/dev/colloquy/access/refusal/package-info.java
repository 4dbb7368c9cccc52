/**
 * What every service says of a request that none of its resources takes: a body or a parameter that cannot be read or breaks
 * a rule, a missing bearer, an unknown path. Answers name the field and what is accepted there, never what was sent, nor a
 * class.
 */
@NullMarked
package dev.colloquy.access.refusal;

import org.jspecify.annotations.NullMarked;
