package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.Message;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import java.util.List;
import java.util.Optional;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.ForwardParticipantRequest;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.MoveParticipantRequest;
import livekit.LivekitRoom.MuteRoomTrackRequest;
import livekit.LivekitRoom.MuteRoomTrackResponse;
import livekit.LivekitRoom.RemoveParticipantResponse;
import livekit.LivekitRoom.RoomParticipantIdentity;
import livekit.LivekitRoom.UpdateParticipantRequest;
import livekit.LivekitRoom.UpdateSubscriptionsRequest;
import livekit.LivekitRoom.UpdateSubscriptionsResponse;

/**
 * {@code livekit.RoomService}: the participants of a room. As in LiveKit, reading and removing look into the server's
 * store (404), the rest asks the participant's node, and nobody answers for one who is not there (503).
 */
public final class ParticipantResource {

    private final Rooms rooms;

    public ParticipantResource(Rooms rooms) {
        this.rooms = rooms;
    }

    public void mount(Twirp twirp) {
        twirp.method("RoomService/ListParticipants", ListParticipantsRequest.parser(), this::list);
        twirp.method("RoomService/GetParticipant", RoomParticipantIdentity.parser(), this::get);
        twirp.method("RoomService/RemoveParticipant", RoomParticipantIdentity.parser(), this::remove);
        twirp.method("RoomService/UpdateParticipant", UpdateParticipantRequest.parser(), this::update);
        twirp.method("RoomService/MutePublishedTrack", MuteRoomTrackRequest.parser(), this::mute);
        twirp.method("RoomService/UpdateSubscriptions", UpdateSubscriptionsRequest.parser(), this::subscribe);
        twirp.method(
                "RoomService/ForwardParticipant", ForwardParticipantRequest.parser(), ParticipantResource::forward);
        twirp.method("RoomService/MoveParticipant", MoveParticipantRequest.parser(), ParticipantResource::move);
    }

    /** A room that does not exist has no participants; that is no error. */
    private Message list(Grants grants, ListParticipantsRequest request) {
        grants.requireAdminOf(request.getRoom());
        return ListParticipantsResponse.newBuilder()
                .addAllParticipants(rooms.find(request.getRoom())
                        .map(LiveRoom::participants)
                        .orElse(List.of()))
                .build();
    }

    private Message get(Grants grants, RoomParticipantIdentity request) {
        grants.requireAdminOf(request.getRoom());
        return known(request.getRoom(), request.getIdentity());
    }

    private Message remove(Grants grants, RoomParticipantIdentity request) {
        grants.requireAdminOf(request.getRoom());
        known(request.getRoom(), request.getIdentity());
        rooms.leave(rooms.get(request.getRoom()), request.getIdentity(), DisconnectReason.PARTICIPANT_REMOVED);
        return RemoveParticipantResponse.getDefaultInstance();
    }

    /** What is empty in the request stays; an attribute without a value goes. */
    private Message update(Grants grants, UpdateParticipantRequest request) {
        Limits.checkDisplayName(request.getName());
        Limits.checkMetadata(request.getMetadata());
        Limits.checkAttributes(request.getAttributesMap());
        grants.requireAdminOf(request.getRoom());
        ParticipantInfo.Builder participant = known(request.getRoom(), request.getIdentity()).toBuilder();
        if (!request.getName().isEmpty()) {
            participant.setName(request.getName());
        }
        if (!request.getMetadata().isEmpty()) {
            participant.setMetadata(request.getMetadata());
        }
        if (request.hasPermission()) {
            participant.setPermission(request.getPermission());
        }
        participant.putAllAttributes(request.getAttributesMap());
        request.getAttributesMap().entrySet().stream()
                .filter(attribute -> attribute.getValue().isEmpty())
                .forEach(attribute -> participant.removeAttributes(attribute.getKey()));
        ParticipantInfo updated = participant.build();
        rooms.get(request.getRoom()).replace(updated);
        return updated;
    }

    private Message mute(Grants grants, MuteRoomTrackRequest request) {
        grants.requireAdminOf(request.getRoom());
        ParticipantInfo participant = reached(request.getRoom(), request.getIdentity());
        if (!request.getMuted()) {
            throw new TwirpError(Code.FAILED_PRECONDITION, "remote unmute not enabled");
        }
        ParticipantInfo muted = participant.toBuilder()
                .clearTracks()
                .addAllTracks(Tracks.muted(participant.getTracksList(), request.getTrackSid()))
                .build();
        rooms.get(request.getRoom()).replace(muted);
        MuteRoomTrackResponse.Builder answer = MuteRoomTrackResponse.newBuilder();
        Tracks.find(muted.getTracksList(), request.getTrackSid()).ifPresent(answer::setTrack);
        return answer.build();
    }

    private Message subscribe(Grants grants, UpdateSubscriptionsRequest request) {
        grants.requireAdminOf(request.getRoom());
        reached(request.getRoom(), request.getIdentity());
        return UpdateSubscriptionsResponse.getDefaultInstance();
    }

    private static Message forward(Grants grants, ForwardParticipantRequest request) {
        throw cannotSend(grants, request.getRoom(), request.getDestinationRoom());
    }

    private static Message move(Grants grants, MoveParticipantRequest request) {
        throw cannotSend(grants, request.getRoom(), request.getDestinationRoom());
    }

    /** LiveKit's open server knows both methods and can do neither. */
    private static TwirpError cannotSend(Grants grants, String room, String destination) {
        grants.requireAdminOf(room);
        grants.requireDestination(destination);
        return room.equals(destination)
                ? TwirpError.invalidArgument("destination room cannot be the same as source room", "")
                : new TwirpError(Code.UNKNOWN, "not implemented");
    }

    private ParticipantInfo known(String room, String identity) {
        return find(room, identity).orElseThrow(() -> new TwirpError(Code.NOT_FOUND, "participant does not exist"));
    }

    private ParticipantInfo reached(String room, String identity) {
        return find(room, identity).orElseThrow(Rooms::noResponse);
    }

    private Optional<ParticipantInfo> find(String room, String identity) {
        return rooms.find(room).flatMap(living -> living.find(identity));
    }
}
