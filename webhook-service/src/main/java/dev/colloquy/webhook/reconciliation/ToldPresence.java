package dev.colloquy.webhook.reconciliation;

import static java.util.stream.Collectors.toSet;

import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.ParticipantLeft;
import dev.colloquy.events.RoomFinished;
import dev.colloquy.webhook.livekit.Participants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import livekit.LivekitModels.ParticipantInfo;

/**
 * What the others were told of a room.
 *
 * @param known the connections that were told to have come
 * @param present those of them that were not told to be gone, with whose they are
 */
record ToldPresence(InterviewId interview, Set<String> known, Map<String, ParticipantKind> present) {

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** What is to be told when these are in the room now. One who is still connecting has neither come nor gone. */
    List<Event> changesTo(List<ParticipantInfo> those, Instant now) {
        var here = those.stream()
                .filter(one -> one.getState() != ParticipantInfo.State.DISCONNECTED)
                .map(ParticipantInfo::getSid)
                .collect(toSet());
        var gone = present.keySet().stream().filter(sid -> !here.contains(sid)).map(sid -> left(sid, now));
        var come = those.stream()
                .filter(one -> one.getState() == ParticipantInfo.State.ACTIVE)
                .filter(one -> !known.contains(one.getSid()))
                .flatMap(one -> joined(one, now).stream());
        return Stream.<Event>concat(gone, come).toList();
    }

    /** What is to be told when the room is closed. */
    List<Event> endOfRoom(String roomSid, Instant now) {
        return Stream.concat(
                        present.keySet().stream().map(sid -> left(sid, now)),
                        Stream.<Event>of(
                                new RoomFinished(UUID.randomUUID(), now, interview, roomSid, FactSource.RECONCILED)))
                .toList();
    }

    private Optional<Event> joined(ParticipantInfo one, Instant now) {
        var at = one.getJoinedAt() > 0 ? Instant.ofEpochSecond(one.getJoinedAt()) : now;
        return Participants.kindOf(one.getKind().name(), one.getIdentity())
                .map(who -> new ParticipantJoined(
                        UUID.randomUUID(), at, interview, one.getSid(), who, FactSource.RECONCILED));
    }

    /** When exactly is not known, only that it was before now. */
    private Event left(String sid, Instant now) {
        var who = present.getOrDefault(sid, ParticipantKind.CANDIDATE);
        return new ParticipantLeft(UUID.randomUUID(), now, interview, sid, who, null, FactSource.RECONCILED);
    }
}
