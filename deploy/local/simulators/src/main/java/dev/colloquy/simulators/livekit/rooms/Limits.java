package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The sizes LiveKit's server allows by default, in bytes of UTF-8. */
public final class Limits {

    private static final int METADATA = 512 * 1024;
    private static final int ATTRIBUTES = 64 * 1024;
    private static final int NAME = 256;
    private static final int RPC_PAYLOAD = 15_360;

    private Limits() {}

    public static void checkMetadata(String metadata) {
        if (size(metadata) > METADATA) {
            throw TwirpError.invalidArgument("metadata size exceeds limits", String.valueOf(METADATA));
        }
    }

    public static void checkAttributes(Map<String, String> attributes) {
        int total = attributes.entrySet().stream()
                .mapToInt(attribute -> size(attribute.getKey()) + size(attribute.getValue()))
                .sum();
        if (total > ATTRIBUTES) {
            throw TwirpError.invalidArgument("attribute size exceeds limits", String.valueOf(ATTRIBUTES));
        }
    }

    static void checkDisplayName(String name) {
        if (size(name) > NAME) {
            throw TwirpError.invalidArgument("name length exceeds limits", String.valueOf(NAME));
        }
    }

    static void checkRoomName(String name) {
        if (name.isEmpty()) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "no room name");
        }
        if (size(name) > NAME) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "room name length exceeds limits");
        }
    }

    static void checkIdentity(String identity) {
        if (identity.isEmpty()) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "identity cannot be empty");
        }
        if (size(identity) > NAME) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "participant identity length exceeds limits");
        }
    }

    static void checkRpcPayload(String payload) {
        if (size(payload) > RPC_PAYLOAD) {
            throw new TwirpError(Code.MALFORMED, "RpcError 1402: Request payload too large");
        }
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
