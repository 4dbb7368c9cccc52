package dev.colloquy.gateway.call;

import dev.colloquy.events.InterviewId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class CallRepository implements PanacheRepositoryBase<Call, String> {

    Uni<List<Call>> open(InterviewId interview) {
        return list("interviewId = ?1 and endedAt is null", interview.value());
    }
}
