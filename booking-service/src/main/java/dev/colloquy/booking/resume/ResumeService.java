package dev.colloquy.booking.resume;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ResumeService {

    private final TenantRows tenantRows;
    private final ResumeRepository resumes;

    ResumeService(TenantRows tenantRows, ResumeRepository resumes) {
        this.tenantRows = tenantRows;
        this.resumes = resumes;
    }

    @WithTransaction
    Uni<Resume> save(TenantId tenant, Resume resume) {
        return tenantRows.of(tenant).chain(() -> resumes.persist(resume));
    }

    @WithTransaction
    Uni<Resume> get(TenantId tenant, UUID id) {
        return tenantRows.of(tenant).chain(() -> resumes.get(id));
    }
}
