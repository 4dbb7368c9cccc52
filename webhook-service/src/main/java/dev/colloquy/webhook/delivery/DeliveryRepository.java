package dev.colloquy.webhook.delivery;

import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    private static final String IS_TOLD = """
            select exists (select from delivery where conversation_id = $1 and kind = $2 and state = 'PUBLISHED')""";

    private static final String IS_TOLD_OF_INTERVIEW = """
            select exists (select from delivery where interview_id = $1 and kind = $2 and state = 'PUBLISHED')""";

    /** Whether something of this kind was published that names this interview. */
    public Uni<Boolean> isTold(InterviewId interview, String kind) {
        return Sql.value(IS_TOLD_OF_INTERVIEW, Boolean.class, interview.value(), kind);
    }

    /** Whether something of this kind was published about this conversation. */
    public Uni<Boolean> isTold(String conversationId, String kind) {
        return Sql.value(IS_TOLD, Boolean.class, conversationId, kind);
    }
}
