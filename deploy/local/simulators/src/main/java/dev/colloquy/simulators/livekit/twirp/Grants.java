package dev.colloquy.simulators.livekit.twirp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livekit.LivekitRoom.RoomConfiguration;
import org.jspecify.annotations.Nullable;

/** What a verified access token says of its holder and allows him. */
public final class Grants {

    /** A call without any token: it may do nothing. */
    static final Grants NONE = new Grants(new JsonObject(), null);

    private final JsonObject claims;
    private final JsonObject video;
    private final @Nullable RoomConfiguration roomConfig;

    Grants(JsonObject claims, @Nullable RoomConfiguration roomConfig) {
        this.claims = claims;
        this.video = claims.getJsonObject("video", new JsonObject());
        this.roomConfig = roomConfig;
    }

    public String identity() {
        return claims.getString("sub", "");
    }

    public String name() {
        return claims.getString("name", "");
    }

    public String metadata() {
        return claims.getString("metadata", "");
    }

    public String kind() {
        return claims.getString("kind", "");
    }

    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        claims.getJsonObject("attributes", new JsonObject())
                .forEach(entry -> attributes.put(entry.getKey(), String.valueOf(entry.getValue())));
        return attributes;
    }

    public String room() {
        return video.getString("room", "");
    }

    /** The sources the holder is limited to; none: any. */
    public List<String> publishSources() {
        return video.getJsonArray("canPublishSources", new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }

    /** A permission that is absent counts as given, as LiveKit's server has it for publishing and subscribing. */
    public boolean allowsByDefault(String permission) {
        return video.getBoolean(permission, true);
    }

    public boolean allows(String permission) {
        return video.getBoolean(permission, false);
    }

    public Optional<RoomConfiguration> roomConfig() {
        return Optional.ofNullable(roomConfig);
    }

    public void require(String permission) {
        if (!allows(permission)) {
            throw new TwirpError(TwirpError.Code.UNAUTHENTICATED, "permissions denied");
        }
    }

    /** Room administration is granted for one room only. */
    public void requireAdminOf(String room) {
        require("roomAdmin");
        if (!room().equals(room)) {
            throw new TwirpError(TwirpError.Code.UNAUTHENTICATED, "permissions denied");
        }
    }

    /** Sending participants to another room is granted for one room, too. */
    public void requireDestination(String room) {
        if (!video.getString("destinationRoom", "").equals(room)) {
            throw new TwirpError(TwirpError.Code.UNAUTHENTICATED, "permissions denied");
        }
    }
}
