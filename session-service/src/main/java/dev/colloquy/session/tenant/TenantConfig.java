package dev.colloquy.session.tenant;

import dev.colloquy.events.TenantId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.spi.Converter;

/** What the whole installation agrees on about tenants. */
@ConfigMapping(prefix = "colloquy.installation")
public interface TenantConfig {

    /** Whose interview it is when nothing tells. */
    @WithDefault("acme")
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
