package dev.colloquy.session.linking;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.messaging.Sql;
import dev.colloquy.session.interview.ErasedInterviews;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the interview of a conversation: by what is known, by our id in it, then by the practice sessions like it. */
@ApplicationScoped
class ConversationMatcher {

    private static final String KNOWN = "select interview_id from conversation_route where conversation_id = $1";
    private static final String REMEMBER = """
            insert into conversation_route (conversation_id, interview_id) values ($1, $2) on conflict do nothing""";

    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final InterviewRepository interviews;
    private final PracticeRoutes practices;
    private final ErasedInterviews erased;
    private final LinkingConfig config;

    ConversationMatcher(
            InterviewRoutes routes,
            TenantRows rows,
            InterviewRepository interviews,
            PracticeRoutes practices,
            ErasedInterviews erased,
            LinkingConfig config) {
        this.routes = routes;
        this.rows = rows;
        this.interviews = interviews;
        this.practices = practices;
        this.erased = erased;
        this.config = config;
    }

    Uni<Match> find(Conversation conversation) {
        return known(conversation.conversationId())
                .onItem()
                .ifNull()
                .switchTo(() -> booked(conversation.clientSessionId()))
                .chain(interview -> interview == null
                        ? amongPractices(conversation)
                        : Uni.createFrom().item(new Match.Found(interview)));
    }

    Uni<Void> remember(String conversationId, InterviewId interview) {
        return Sql.update(REMEMBER, conversationId, interview.value()).replaceWithVoid();
    }

    private Uni<Match> amongPractices(Conversation conversation) {
        return isForgotten(conversation.clientSessionId())
                .chain(forgotten -> forgotten
                        ? Uni.createFrom().item(new Match.Forgotten())
                        : practices
                                .resembling(conversation)
                                .map(sessions -> Match.of(conversation, sessions, config.window())));
    }

    private Uni<Boolean> isForgotten(@Nullable String clientSessionId) {
        return Uni.createFrom()
                .optional(interviewId(clientSessionId))
                .onItem()
                .ifNotNull()
                .transformToUni(erased::find)
                .map(Objects::nonNull);
    }

    private Uni<@Nullable InterviewId> known(String conversationId) {
        return Sql.value(KNOWN, UUID.class, conversationId).onItem().ifNotNull().transform(InterviewId::new);
    }

    /**
     * A booked interview's id is its session id. One that another provider carries has no conversation. Holds it before
     * its row is read: what is loaded here is what will be changed.
     */
    private Uni<@Nullable InterviewId> booked(@Nullable String clientSessionId) {
        return Uni.createFrom()
                .optional(interviewId(clientSessionId))
                .onItem()
                .ifNotNull()
                .transformToUni(id -> routes.find(id)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(tenant ->
                                rows.of(tenant).chain(() -> interviews.hold(id)).chain(() -> interviews.get(id)))
                        .map(found -> found != null && found.provider == Provider.ELEVENLABS ? id : null));
    }

    private static Optional<InterviewId> interviewId(@Nullable String clientSessionId) {
        return Optional.ofNullable(clientSessionId).flatMap(InterviewId::find);
    }
}
