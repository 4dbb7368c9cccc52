package dev.colloquy.booking.resume;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
public class ResumeRepository implements PanacheRepositoryBase<Resume, UUID> {

    /**
     * A resume of the current tenant.
     *
     * @throws UnknownResume when there is none of that id
     */
    Uni<Resume> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(UnknownResume::new);
    }
}
