package dev.colloquy.webhook.body;

import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes the files that a process left behind which was killed while it took large bodies in: they hold what people said.
 * One that was written to so long ago that no request can still want it belongs to nobody.
 */
@ApplicationScoped
class SpoolRemains {

    private static final Logger LOG = Logger.getLogger(SpoolRemains.class);

    /** For what is done with a body once it is whole. */
    private static final Duration AFTERWARDS = Duration.ofHours(1);

    private final Spools spools;
    private final Duration longest;
    private final Clock clock;

    SpoolRemains(Spools spools, BodyConfig config, ElevenLabsWebhookConfig limits, Clock clock) {
        this.spools = spools;
        this.longest = longest(config, limits).plus(AFTERWARDS);
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        remove();
    }

    /** Never fails: whoever cannot tidy up can still take bodies in. */
    void remove() {
        var end = clock.instant().minus(longest);
        try (var files = Files.newDirectoryStream(spools.folder(), Spools.PREFIX + "*" + Spools.SUFFIX)) {
            for (var file : files) {
                removeIfOlder(file, end);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Files of bodies are left where they are: %s", e);
        }
    }

    private static void removeIfOlder(Path file, Instant end) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(end)) {
                Files.deleteIfExists(file);
                LOG.info("A file of a body was removed that a process had left behind");
            }
        } catch (IOException e) {
            LOG.warnf("A file of a body is left where it is: %s", e);
        }
    }

    /** The largest body, at the least progress that is allowed. */
    private static Duration longest(BodyConfig config, ElevenLabsWebhookConfig limits) {
        long steps = limits.maxAudioBody().asLongValue()
                / Math.max(1, config.leastProgress().asLongValue());
        return config.patience().multipliedBy(steps + 1);
    }
}
