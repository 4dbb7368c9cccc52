package dev.colloquy.booking.resume;

import dev.colloquy.booking.document.Document;
import dev.colloquy.booking.document.DocumentReader;
import dev.colloquy.booking.storage.ObjectStore;
import dev.colloquy.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Takes a resume in: read, then stored as an object, then as a row. Without its row the object is deleted again. */
@ApplicationScoped
class ResumeIntake {

    private static final Logger LOG = Logger.getLogger(ResumeIntake.class);

    private final DocumentReader reader;
    private final ObjectStore objects;
    private final ResumeService resumes;
    private final Clock clock;

    ResumeIntake(DocumentReader reader, ObjectStore objects, ResumeService resumes, Clock clock) {
        this.reader = reader;
        this.objects = objects;
        this.resumes = resumes;
        this.clock = clock;
    }

    Uni<Resume> take(TenantId tenant, Path file, String fileName) {
        return reader.read(file, fileName).chain(document -> store(tenant, fileName, document));
    }

    private Uni<Resume> store(TenantId tenant, String fileName, Document document) {
        var resume = new Resume(tenant, FileName.clean(fileName, document.format()), document, clock.instant());
        return objects.put(resume.objectKey, resume.contentType, document.file())
                .chain(() -> resumes.save(tenant, resume))
                .onFailure()
                .call(() -> forget(resume));
    }

    private Uni<Void> forget(Resume resume) {
        return objects.delete(resume.objectKey)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Object of resume %s is left over", resume.id))
                .onFailure()
                .recoverWithNull();
    }
}
