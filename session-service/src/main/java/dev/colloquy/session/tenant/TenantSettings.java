package dev.colloquy.session.tenant;

import dev.colloquy.events.Provider;
import org.jspecify.annotations.Nullable;

/**
 * What a platform administrator decides about a tenant.
 *
 * @param timeZone IANA name
 * @param administratorEmail who runs the tenant; his sign-in is the issuer's matter
 * @param defaultProvider carries the interviews of positions that name nobody
 */
public record TenantSettings(
        String name,
        String timeZone,
        @Nullable String administratorEmail,
        @Nullable Provider defaultProvider,
        Branding branding) {}
