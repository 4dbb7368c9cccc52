/** What has been witnessed of an interview, and what that makes of it: facts, and one pure function of them. */
@NullMarked
package dev.colloquy.session.ledger;

import org.jspecify.annotations.NullMarked;
