package dev.colloquy.gateway.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.InterviewLock;
import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes and reads the journals of interviews. Whoever has read up to an event misses none with a lower id. */
@ApplicationScoped
public class JournalService {

    /** As many entries of an interview are kept. */
    static final int KEPT = 500;

    /** As many entries are read at once. */
    public static final int PAGE = 50;

    private static final String ADD = """
            insert into journal_entry (interview_id, tenant, message) values ($1, $2, cast(cast($3 as text) as jsonb))""";
    private static final String PRUNE = """
            delete from journal_entry
            where told_at < now() - interval '6 hours' or (interview_id = $1 and event_id <= (
                select event_id from journal_entry where interview_id = $1 order by event_id desc offset $2 limit 1))""";
    private static final String AFTER = """
            select cast(coalesce(json_agg(page order by page."eventId"), '[]') as text)
            from (select event_id as "eventId", jsonb_build_object('eventId', event_id) || message as message
                from journal_entry where interview_id = $1 and event_id > $2 order by event_id limit $3) as page""";
    private static final String CONTENTS = """
            select cast(json_build_object('latest', coalesce(max(event_id), 0), 'entries', count(*),
                'known', coalesce(bool_or(event_id = $2), false)) as text)
            from journal_entry where interview_id = $1""";
    private static final String FORGET = "delete from journal_entry where interview_id = $1";

    private final InterviewLock lock;
    private final TenantRows tenantRows;
    private final ObjectMapper json;

    JournalService(InterviewLock lock, TenantRows tenantRows, ObjectMapper json) {
        this.lock = lock;
        this.tenantRows = tenantRows;
        this.json = json;
    }

    /** Adds a message, in the transaction of what it tells: the lock keeps ids in the order of the commits. */
    @WithTransaction
    public Uni<Void> add(InterviewId interview, TenantId tenant, Object message) {
        return lock.take(interview)
                .chain(() -> tenantRows.of(tenant))
                .chain(() -> Sql.update(ADD, interview.value(), tenant.value(), write(message)))
                .chain(() -> Sql.update(PRUNE, interview.value(), KEPT))
                .replaceWithVoid();
    }

    /** The next page of entries behind an event. */
    @WithTransaction
    public Uni<List<JournalEntry>> after(InterviewId interview, TenantId tenant, long eventId) {
        return tenantRows
                .of(tenant)
                .chain(() -> Sql.value(AFTER, String.class, interview.value(), eventId, PAGE))
                .map(page -> List.of(read(page, JournalEntry[].class)));
    }

    /** Where a client goes on that has seen an event, or says that it has. */
    @WithTransaction
    public Uni<Resumption> resume(InterviewId interview, TenantId tenant, long lastSeen) {
        return tenantRows
                .of(tenant)
                .chain(() -> Sql.value(CONTENTS, String.class, interview.value(), lastSeen))
                .map(contents -> read(contents, Resumption.Contents.class).from(lastSeen));
    }

    @WithTransaction
    public Uni<Void> forget(InterviewId interview, TenantId tenant) {
        return tenantRows
                .of(tenant)
                .chain(() -> Sql.update(FORGET, interview.value()))
                .replaceWithVoid();
    }

    private String write(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A message must serialise to JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered JSON that nobody wrote", e);
        }
    }
}
