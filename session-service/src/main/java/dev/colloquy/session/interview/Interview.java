package dev.colloquy.session.interview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.ledger.InterviewStatus;
import dev.colloquy.session.position.PositionSnapshot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An interview: what its facts make of it, and what only its participants know. Changes by its own methods only. */
@Entity
@DynamicUpdate
public class Interview extends LedgerProjection {

    private static final Duration LONGEST = Duration.ofHours(4);

    @Id
    public UUID id;

    public String tenant;

    public String clientSessionId;

    @Nullable
    public String conversationId;

    @Nullable
    public String agentId;

    /** Whose interview it is: the signed-in user's subject, or the candidate's id; unknown for an unclaimed one. */
    @Nullable
    public String userId;

    @Nullable
    public UUID candidateId;

    @Nullable
    public String firstName;

    @Nullable
    public String resumeText;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public PositionSnapshot position;

    @Enumerated(EnumType.STRING)
    public Provider provider;

    public boolean consent;

    @Nullable
    public String roomName;

    @Nullable
    public Instant admittedAt;

    /** The final version that the evaluation was written from. */
    public int evaluationVersion;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public JsonNode evaluation;

    @Nullable
    public Instant erasedAt;

    public Instant createdAt;

    @Version
    int version;

    public InterviewId interviewId() {
        return new InterviewId(id);
    }

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    /** The candidate may take part: was let in, and it is neither over nor called off. */
    public boolean isLive() {
        return admittedAt != null && endedAt == null && !isOff();
    }

    /** It does not take place: was called off, or nobody came. */
    public boolean isOff() {
        return status == InterviewStatus.CANCELLED || status == InterviewStatus.NO_SHOW;
    }

    /** How long it may take; the longest that a position may ask for where there is none, since nobody was let in. */
    public Duration timeLimit() {
        return position == null ? LONGEST : Duration.ofSeconds(position.timeLimitSeconds());
    }

    /** Lets the candidate in, to be asked and judged by what the position is now. */
    public void admit(
            String name, @Nullable String resume, boolean mayRecord, Provider by, PositionSnapshot about, Instant now) {
        firstName = name;
        resumeText = resume;
        consent = mayRecord;
        provider = by;
        roomName = by == Provider.LIVEKIT ? interviewId().roomName() : null;
        position = about;
        admittedAt = now;
    }

    /** Keeps what a client says of its provider's conversation; what is known already stays. */
    public void claim(@Nullable String conversation, @Nullable String agent) {
        conversationId = conversationId == null ? conversation : conversationId;
        agentId = agentId == null ? agent : agentId;
    }

    /** Takes over the conversation that was proven to be this interview's. */
    public void link(String conversation, @Nullable String agent) {
        conversationId = conversation;
        agentId = agent == null ? agentId : agent;
    }

    public void evaluate(int finalVersionOfReport, JsonNode report) {
        evaluationVersion = finalVersionOfReport;
        evaluation = report;
    }

    public void erase(Instant now) {
        erasedAt = now;
        userId = null;
        firstName = null;
        resumeText = null;
        evaluation = null;
    }
}
