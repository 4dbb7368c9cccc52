package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.AccessTokens;
import dev.colloquy.simulators.livekit.twirp.Grants;
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

    /** A holder who does not connect gets as far as the signalling, and no media. */
    Joined admit(String token, boolean connects) {
        Grants grants = tokens.verify(token);
        grants.require("roomJoin");
        Limits.checkIdentity(grants.identity());
        Limits.checkMetadata(grants.metadata());
        Limits.checkAttributes(grants.attributes());
        LiveRoom room = rooms.create(request(grants));
        ParticipantInfo.Builder holder = participant(grants);
        return new Joined(room, connects ? rooms.join(room, holder) : rooms.approach(room, holder));
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
            default -> grants.allows("agent") ? Kind.AGENT : grants.allows("recorder") ? Kind.EGRESS : Kind.STANDARD;
        };
    }
}
