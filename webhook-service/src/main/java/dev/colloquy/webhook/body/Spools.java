package dev.colloquy.webhook.body;

import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import dev.colloquy.webhook.signature.PassingBody;
import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.signature.WebhookRefused;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Takes ElevenLabs' bodies in. Blocks: for virtual threads. */
@ApplicationScoped
public class Spools {

    static final String PREFIX = "colloquy-body-";
    static final String SUFFIX = ".tmp";

    private static final int IN_MEMORY = 64 << 10;
    private static final int PIECE = 16 << 10;

    private final Path folder;
    private final ElevenLabsWebhookConfig limits;
    private final Semaphore room;

    Spools(BodyConfig config, ElevenLabsWebhookConfig limits) {
        this.folder = existing(config.folder());
        this.limits = limits;
        this.room = new Semaphore(config.largeAtOnce());
    }

    Path folder() {
        return folder;
    }

    public Spool empty() {
        return spool(() -> {});
    }

    /**
     * Takes a body in while it is checked.
     *
     * @throws WebhookRefused when it is too large, or its sender goes away
     * @throws NoRoom when it is large, and too many others are being taken in
     */
    public Spool take(InputStream body, PassingBody check) {
        var large = new AtomicBoolean();
        var spool = spool(() -> {
            if (large.get()) {
                room.release();
            }
        });
        try {
            var piece = new byte[PIECE];
            for (int length = read(body, piece); length >= 0; length = read(body, piece)) {
                check.update(piece, 0, length);
                write(spool, piece, length);
                if (!large.get() && spool.size() > limits.maxBody().asLongValue()) {
                    large.set(claimRoom());
                }
            }
            spool.sink().close();
            return spool;
        } catch (IOException e) {
            spool.close();
            throw new NoRoom(e.toString());
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static int read(InputStream body, byte[] piece) {
        try {
            return body.read(piece);
        } catch (IOException _) {
            throw new WebhookRefused(Provider.ELEVENLABS, Reason.CUT_OFF);
        }
    }

    private void write(Spool spool, byte[] piece, int length) throws IOException {
        if (spool.size() + length > limits.maxAudioBody().asLongValue()) {
            throw new WebhookRefused(Provider.ELEVENLABS, Reason.TOO_LARGE);
        }
        spool.sink().write(piece, 0, length);
    }

    private boolean claimRoom() {
        if (!room.tryAcquire()) {
            throw new NoRoom("too many large bodies at once");
        }
        return true;
    }

    private Spool spool(Runnable afterwards) {
        var bytes = DeferredFileOutputStream.builder()
                .setThreshold(IN_MEMORY)
                .setPrefix(PREFIX)
                .setSuffix(SUFFIX)
                .setDirectory(folder)
                .get();
        return new Spool(bytes, afterwards);
    }

    private static Path existing(Optional<Path> folder) {
        try {
            return Files.createDirectories(folder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
