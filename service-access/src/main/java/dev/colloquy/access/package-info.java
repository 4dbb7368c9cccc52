/**
 * Who is calling, and which tenant's rows he sees. Every service takes its callers from here: {@link Caller} says who,
 * {@link TenantRows} opens one tenant's rows in a transaction, {@link Problems} words the refusals.
 */
@NullMarked
package dev.colloquy.access;

import org.jspecify.annotations.NullMarked;
