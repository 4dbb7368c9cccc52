package dev.colloquy.booking.installation;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** What every service of one installation agrees on. */
@ConfigMapping(prefix = "colloquy.installation")
public interface InstallationConfig {

    /** The address of the web application as candidates see it. */
    URI publicUrl();

    /** The tenant of candidates who apply without a sign-in. */
    @WithDefault("acme")
    @WithConverter(TenantIdConverter.class)
    TenantId defaultTenant();

    /** Who carries the media when the position does not say; LiveKit if there is a server of it, else OpenAI. */
    Optional<Provider> defaultProvider();

    /** Reads a tenant's short name. */
    final class TenantIdConverter implements Converter<TenantId> {

        private static final long serialVersionUID = 1L;

        @Override
        public TenantId convert(String value) {
            return new TenantId(value);
        }
    }
}
