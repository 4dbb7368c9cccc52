package dev.colloquy.session.position;

import dev.colloquy.events.TenantId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.eclipse.microprofile.config.spi.Converter;

/** Which tenants there are without anybody setting them up. */
@ConfigMapping(prefix = "colloquy.tenants")
public interface TenantConfig {

    /** Sets the tenants acme and globex up at the start, each with one position. For local stacks. */
    @WithDefault("false")
    boolean demoData();

    /** Whose interview it is when nothing tells. */
    @WithDefault("acme")
    @WithName("default")
    @WithConverter(TenantIdConverter.class)
    TenantId defaultTenant();

    /** Reads a tenant's short name. */
    final class TenantIdConverter implements Converter<TenantId> {

        private static final long serialVersionUID = 1L;

        @Override
        public TenantId convert(String value) {
            return new TenantId(value);
        }
    }
}
