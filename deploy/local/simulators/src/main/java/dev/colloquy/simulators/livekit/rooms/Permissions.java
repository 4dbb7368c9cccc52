package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.Grants;
import livekit.LivekitModels.ParticipantPermission;

/** What a participant may do in a room, as the server derives it from the token. */
final class Permissions {

    private Permissions() {}

    static ParticipantPermission all() {
        return ParticipantPermission.newBuilder()
                .setCanPublish(true)
                .setCanSubscribe(true)
                .setCanPublishData(true)
                .build();
    }

    static ParticipantPermission of(Grants grants) {
        boolean publishes = grants.allowsByDefault("canPublish");
        return ParticipantPermission.newBuilder()
                .setCanPublish(publishes)
                .setCanSubscribe(grants.allowsByDefault("canSubscribe"))
                .setCanPublishData(
                        publishes ? grants.allowsByDefault("canPublishData") : grants.allows("canPublishData"))
                .setCanUpdateMetadata(grants.allows("canUpdateOwnMetadata"))
                .setHidden(grants.allows("hidden"))
                .build();
    }
}
