/** Web pages that show the mails a local stack has caught. */
@NullMarked
package dev.colloquy.local.mailbox;

import org.jspecify.annotations.NullMarked;
