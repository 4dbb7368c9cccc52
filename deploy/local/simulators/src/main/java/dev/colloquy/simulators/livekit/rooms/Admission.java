package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.AccessTokens;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.RoomConfiguration;

/** Lets the holder of a token into its room. The token's room configuration counts only if this join creates the room. */
public final class Admission {

    private final AccessTokens tokens;
    private final Rooms rooms;

    public Admission(AccessTokens tokens, Rooms rooms) {
        this.tokens = tokens;
        this.rooms = rooms;
    }

    /** Where the holder is now. */
    record Joined(LiveRoom room, ParticipantInfo participant) {}

    Joined admit(String token) {
        Grants grants = tokens.verify(token);
        grants.require("roomJoin");
        if (grants.room().isEmpty() || grants.identity().isEmpty()) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "a join needs a room and an identity");
        }
        LiveRoom room = rooms.create(request(grants));
        return new Joined(room, rooms.join(room, participant(grants)));
    }

    private static CreateRoomRequest request(Grants grants) {
        RoomConfiguration config = grants.roomConfig().orElse(RoomConfiguration.getDefaultInstance());
        CreateRoomRequest.Builder request = CreateRoomRequest.newBuilder()
                .setName(grants.room())
                .setEmptyTimeout(config.getEmptyTimeout())
                .setDepartureTimeout(config.getDepartureTimeout())
                .setMaxParticipants(config.getMaxParticipants())
                .setMetadata(config.getMetadata())
                .addAllAgents(config.getAgentsList());
        return config.hasEgress() ? request.setEgress(config.getEgress()).build() : request.build();
    }

    private static ParticipantInfo.Builder participant(Grants grants) {
        return ParticipantInfo.newBuilder()
                .setIdentity(grants.identity())
                .setName(grants.name())
                .setMetadata(grants.metadata())
                .putAllAttributes(grants.attributes())
                .setKind(kind(grants))
                .setPermission(Permissions.of(grants));
    }

    private static Kind kind(Grants grants) {
        return switch (grants.kind()) {
            case "agent" -> Kind.AGENT;
            case "egress" -> Kind.EGRESS;
            case "ingress" -> Kind.INGRESS;
            case "sip" -> Kind.SIP;
            default -> grants.allows("agent") ? Kind.AGENT : Kind.STANDARD;
        };
    }
}
