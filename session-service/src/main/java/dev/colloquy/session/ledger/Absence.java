package dev.colloquy.session.ledger;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Who was missing where nobody met: told from what was witnessed, and only where nothing that was said is known. An
 * interview that somebody ended while its parts were still awaited is no absence: it was broken off.
 */
final class Absence {

    private Absence() {}

    static @Nullable Blame of(Evidence evidence, Presence presence) {
        var ended = evidence.ended();
        if (ended == null) {
            return isNeverAdmitted(evidence, presence) ? Blame.CANDIDATE_NEVER_CAME : null;
        }
        var provider = evidence.provider();
        var over = evidence.isHeard() || evidence.has(Fact.Finalised.class);
        if (provider == null || over || !isWaitedFor(ended.by(), evidence)) {
            return null;
        }
        return switch (provider) {
            case LIVEKIT -> inRoom(evidence, ended.by());
            case OPENAI -> inCall(evidence);
            // The candidate talks to the provider himself: nobody here sees who comes.
            case ELEVENLABS -> null;
        };
    }

    /** A candidate who talks to his provider himself sends nothing that anybody here could see. */
    static boolean isMediaAwaited(Evidence evidence, Presence presence) {
        var provider = evidence.provider();
        return provider != null
                && provider != Provider.ELEVENLABS
                && !presence.media()
                && !evidence.isReached(Deadline.MEDIA);
    }

    static boolean isAgentAwaited(Evidence evidence) {
        return evidence.provider() == Provider.LIVEKIT
                && evidence.has(Fact.CandidateConnected.class)
                && !evidence.has(Fact.AgentConnected.class)
                && !evidence.isReached(Deadline.AGENT);
    }

    /** A candidate who leaves before the interviewer is late broke it off. */
    private static @Nullable Blame inRoom(Evidence evidence, EndedBy by) {
        if (evidence.has(Fact.CandidateConnected.class)) {
            var late = by == EndedBy.DEADLINE || evidence.isReached(Deadline.AGENT);
            return late && !evidence.has(Fact.AgentConnected.class) ? Blame.AGENT_NEVER_CAME : null;
        }
        return isSeen(evidence) ? Blame.MEDIA_NEVER_CONNECTED : Blame.CANDIDATE_NEVER_CAME;
    }

    private static @Nullable Blame inCall(Evidence evidence) {
        if (evidence.has(Fact.MediaConnected.class)) {
            return null;
        }
        if (evidence.has(Fact.CallStarted.class)) {
            return Blame.MEDIA_NEVER_CONNECTED;
        }
        return isSeen(evidence) ? Blame.PLATFORM_FAULT : Blame.CANDIDATE_NEVER_CAME;
    }

    /** A connection of the candidate's to us, whichever, was lost, and so there was one. */
    private static boolean isSeen(Evidence evidence) {
        return evidence.has(Fact.ConnectionLost.class) || evidence.has(Fact.MediaConnected.class);
    }

    /** Nobody ended it before its time. */
    private static boolean isWaitedFor(EndedBy by, Evidence evidence) {
        return by == EndedBy.DEADLINE
                || by == EndedBy.DISCONNECT
                || evidence.isReached(Deadline.MEDIA)
                || evidence.isReached(Deadline.AGENT);
    }

    /** A link that closed before the interview was given a new time says nothing. */
    private static boolean isNeverAdmitted(Evidence evidence, Presence presence) {
        var closesAt = evidence.closesAt();
        return !evidence.has(Fact.Admitted.class)
                && presence.connectedFirstAt() == null
                && evidence.reached(Deadline.NO_SHOW).anyMatch(at -> closesAt == null || !at.isBefore(closesAt));
    }
}
