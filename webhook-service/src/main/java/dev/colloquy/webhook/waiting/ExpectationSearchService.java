package dev.colloquy.webhook.waiting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import dev.colloquy.webhook.inspection.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ExpectationSearchService {

    private static final TypeReference<List<ExpectationView>> VIEWS = new TypeReference<>() {};
    private static final String COUNT = "select count(*) from expectation where ";
    private static final String ITEMS = """
            select cast(coalesce(jsonb_agg(jsonb_build_object('interviewId', interview_id, 'tenant', tenant,
                'kind', lower(kind), 'provider', case kind when 'CONVERSATION' then 'elevenlabs' else 'livekit' end,
                'state', coalesce(lower(outcome), 'open'), 'overdue', outcome is null and deadline < now(),
                'conversationId', conversation_id, 'since', since, 'deadline', deadline, 'until', until,
                'questions', questions, 'lastQuestion', last_question, 'lastAnswer', last_answer,
                'settledAt', settled_at) order by since desc, interview_id, kind), '[]') as text)
            from (select * from expectation where\s""";
    private static final String NEWEST_FIRST = " order by since desc, interview_id, kind limit ";

    private final ObjectMapper json;

    ExpectationSearchService(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The newest first.
     *
     * @param tenant whose; null for everybody's
     */
    @WithTransaction
    Uni<ExpectationView.Page> list(ExpectationFilter filter, @Nullable TenantId tenant, PageRequest page) {
        var condition = ExpectationCondition.of(filter, tenant);
        return Sql.value(
                        COUNT + condition.sql(),
                        Long.class,
                        condition.parameters().toArray())
                .chain(total -> items(condition, page)
                        .map(items -> new ExpectationView.Page(items, page.page(), page.size(), total)));
    }

    private Uni<List<ExpectationView>> items(ExpectationCondition condition, PageRequest page) {
        var parameters = new ArrayList<>(condition.parameters());
        parameters.add((long) page.size());
        parameters.add((long) page.page() * page.size());
        var limits = "$" + (parameters.size() - 1) + " offset $" + parameters.size() + ") as page";
        var statement = ITEMS + condition.sql() + NEWEST_FIRST + limits;
        return Sql.value(statement, String.class, parameters.toArray()).map(this::read);
    }

    private List<ExpectationView> read(String rows) {
        try {
            return json.readValue(rows, VIEWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered expectations that nobody wrote", e);
        }
    }
}
