package dev.colloquy.booking.bearer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;

/** How candidates' bearers are issued. */
@ConfigMapping(prefix = "colloquy.booking.bearer")
public interface BearerConfig {

    /** The {@code iss} claim. */
    @NotBlank
    String issuer();

    /** A file with an EC P-256 private key, PKCS#8 in PEM. */
    Path tokenKey();

    /** How long a bearer is valid. */
    @WithDefault("15m")
    Duration tokenLifetime();
}
