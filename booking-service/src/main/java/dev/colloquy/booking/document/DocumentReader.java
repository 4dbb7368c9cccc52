package dev.colloquy.booking.document;

import dev.colloquy.booking.document.RefusedDocument.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

/** Takes files from outside: a few at a time, off the event loop. */
@ApplicationScoped
public class DocumentReader {

    private final DocumentConfig config;
    private final ParserProcess parser;
    private final WorkerExecutor workers;
    private final Semaphore places;

    DocumentReader(DocumentConfig config, ParserProcess parser, Vertx vertx) {
        this.config = config;
        this.parser = parser;
        this.workers = vertx.createSharedWorkerExecutor("document-reader", config.parsers());
        this.places = new Semaphore(config.parsers() + config.waiting());
    }

    /**
     * Checks and reads a file.
     *
     * @param fileName as the sender gives it; its extension must fit the content
     * @return fails with {@link RefusedDocument} or {@link ReadersBusy}
     */
    public Uni<Document> read(Path file, String fileName) {
        if (!places.tryAcquire()) {
            return Uni.createFrom().failure(new ReadersBusy());
        }
        return workers.executeBlocking(() -> readNow(file, fileName), false)
                .onTermination()
                .invoke(places::release);
    }

    private Document readNow(Path file, String fileName) throws IOException, InterruptedException {
        var size = Files.size(file);
        if (size == 0 || size > config.maxSize()) {
            throw new RefusedDocument(size == 0 ? Reason.EMPTY : Reason.TOO_LARGE);
        }
        var format = DocumentFormat.claimedBy(fileName).orElseThrow(() -> new RefusedDocument(Reason.UNSUPPORTED));
        var content = Files.readAllBytes(file);
        requireFitting(format, content, file);
        return new Document(format, file, size, sha256(content), DocumentText.clean(parser.textOf(file, format)));
    }

    private static void requireFitting(DocumentFormat format, byte[] content, Path file) {
        if (DocumentFormat.isEncryptedPackage(content)) {
            throw new RefusedDocument(Reason.ENCRYPTED);
        }
        if (!format.fits(content) || (format == DocumentFormat.DOCX && !WordPackage.isHarmless(file))) {
            throw new RefusedDocument(Reason.UNSUPPORTED);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
