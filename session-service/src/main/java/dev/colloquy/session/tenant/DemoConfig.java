package dev.colloquy.session.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Tenants that nobody sets up. */
@ConfigMapping(prefix = "colloquy.session.tenant")
public interface DemoConfig {

    /** Sets the tenants acme and globex up at the start, each with one position. For local stacks. */
    @WithDefault("false")
    boolean demoData();
}
