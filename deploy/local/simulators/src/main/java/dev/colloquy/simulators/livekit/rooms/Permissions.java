package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.Grants;
import java.util.Optional;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackSource;

/** What a participant may do in a room, as the server derives it from the token. */
public final class Permissions {

    private Permissions() {}

    public static ParticipantPermission all() {
        return ParticipantPermission.newBuilder()
                .setCanPublish(true)
                .setCanSubscribe(true)
                .setCanPublishData(true)
                .build();
    }

    /** A recorder is seen by nobody and sends nothing. */
    public static ParticipantPermission recorder() {
        return ParticipantPermission.newBuilder()
                .setCanSubscribe(true)
                .setHidden(true)
                .build();
    }

    static ParticipantPermission of(Grants grants) {
        boolean publishes = grants.allowsByDefault("canPublish");
        return ParticipantPermission.newBuilder()
                .setCanPublish(publishes)
                .addAllCanPublishSources(grants.publishSources().stream()
                        .map(Tracks::source)
                        .flatMap(Optional::stream)
                        .toList())
                .setCanSubscribe(grants.allowsByDefault("canSubscribe"))
                .setCanPublishData(
                        publishes ? grants.allowsByDefault("canPublishData") : grants.allows("canPublishData"))
                .setCanUpdateMetadata(grants.allows("canUpdateOwnMetadata"))
                .setHidden(grants.allows("hidden"))
                .build();
    }

    static boolean allowPublishing(ParticipantPermission permission, TrackSource source) {
        return permission.getCanPublish()
                && (permission.getCanPublishSourcesCount() == 0
                        || permission.getCanPublishSourcesList().contains(source));
    }
}
