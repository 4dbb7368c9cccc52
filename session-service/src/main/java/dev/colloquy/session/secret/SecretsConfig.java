package dev.colloquy.session.secret;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What tenants' secrets are sealed with. */
@ConfigMapping(prefix = "colloquy.session.secrets")
public interface SecretsConfig {

    /** The secret that tenants' provider keys are sealed with, at least 32 random characters. */
    @Size(min = 32)
    String currentKey();

    /** Another secret whose seals are opened; at the start of the service they are sealed anew with the current one. */
    Optional<@Size(min = 32) String> previousKey();
}
