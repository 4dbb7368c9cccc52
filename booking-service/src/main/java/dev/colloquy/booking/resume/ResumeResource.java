package dev.colloquy.booking.resume;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.booking.document.RefusedDocument;
import dev.colloquy.booking.document.RefusedDocument.Reason;
import dev.colloquy.booking.installation.InstallationConfig;
import dev.colloquy.booking.storage.ObjectStore;
import dev.colloquy.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/api")
class ResumeResource {

    private final ResumeIntake intake;
    private final ResumeService resumes;
    private final ObjectStore objects;
    private final Caller caller;
    private final TenantId anonymousTenant;

    ResumeResource(
            ResumeIntake intake,
            ResumeService resumes,
            ObjectStore objects,
            Caller caller,
            InstallationConfig installation) {
        this.intake = intake;
        this.resumes = resumes;
        this.objects = objects;
        this.caller = caller;
        this.anonymousTenant = installation.defaultTenant();
    }

    @POST
    @Path("/upload-resume")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermitAll
    public Uni<ResumeView> upload(
            @RestForm("file") @Nullable FileUpload file, @RestForm("resume") @Nullable FileUpload resume) {
        var upload = Stream.of(file, resume)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new RefusedDocument(Reason.MISSING));
        return intake.take(anonymousTenant, upload.uploadedFile(), upload.fileName())
                .map(ResumeView::of);
    }

    @GET
    @Path("/resumes/{resumeId}")
    @RolesAllowed({Role.RECRUITER, Role.REVIEWER})
    public Uni<Response> download(@RestPath UUID resumeId) {
        return resumes.get(caller.tenant(), resumeId)
                .chain(resume -> objects.get(resume.objectKey)
                        .map(content -> file(new FileName(resume.originalName), resume.contentType, content)));
    }

    private static Response file(FileName name, String contentType, byte[] content) {
        return Response.ok(content, contentType)
                .header("Content-Disposition", name.contentDisposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
