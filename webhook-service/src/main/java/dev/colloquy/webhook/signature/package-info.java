/**
 * Proof of who sent a webhook. A {@link dev.colloquy.webhook.signature.VerifiedBody} can only be had from one of the
 * checks in this package.
 */
@NullMarked
package dev.colloquy.webhook.signature;

import org.jspecify.annotations.NullMarked;
