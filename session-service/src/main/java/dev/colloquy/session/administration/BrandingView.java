package dev.colloquy.session.administration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.colloquy.session.tenant.Branding;

/** What anybody may know of a tenant. */
record BrandingView(String name, @JsonUnwrapped Branding branding) {}
