package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.faults.FaultKind.Place;
import dev.colloquy.simulators.journal.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a fault can strike. {@code match} compares with a call's path, a webhook's event or a call's id. */
public enum FaultPoint {
    LIVEKIT_WEBHOOK("livekit.webhook", Provider.LIVEKIT, Place.WEBHOOK, ""),
    LIVEKIT_API("livekit.api", Provider.LIVEKIT, Place.CALL, "/twirp/*"),
    OPENAI_CHAT("openai.chat", Provider.OPENAI, Place.MODEL, "/v1/chat/* /v1/responses"),
    OPENAI_AUDIO("openai.audio", Provider.OPENAI, Place.CALL, "/v1/audio/*"),
    OPENAI_CALLS("openai.calls", Provider.OPENAI, Place.CALL, "/v1/realtime /v1/realtime/*"),
    OPENAI_MEDIA("openai.media", Provider.OPENAI, Place.MEDIA, ""),
    OPENAI_WEBHOOK("openai.webhook", Provider.OPENAI, Place.WEBHOOK, ""),
    ELEVENLABS_WEBHOOK("elevenlabs.webhook", Provider.ELEVENLABS, Place.WEBHOOK, ""),
    ELEVENLABS_API("elevenlabs.api", Provider.ELEVENLABS, Place.CALL, "/v1/convai/*");

    private final String wireName;
    private final Provider provider;
    private final Place place;
    private final String paths;

    FaultPoint(String wireName, Provider provider, Place place, String paths) {
        this.wireName = wireName;
        this.provider = provider;
        this.place = place;
        this.paths = paths;
    }

    String wireName() {
        return wireName;
    }

    Provider provider() {
        return provider;
    }

    Place place() {
        return place;
    }

    /** What answers is a language model, which has its own ways to fail. */
    boolean isModel() {
        return place == Place.MODEL;
    }

    /** The routes it stands before. */
    List<String> paths() {
        return paths.isEmpty() ? List.of() : List.of(paths.split(" ", -1));
    }

    List<FaultKind> kinds() {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.strikesIn(place))
                .toList();
    }

    static Optional<FaultPoint> of(String wireName) {
        return Arrays.stream(values())
                .filter(point -> point.wireName.equals(wireName))
                .findFirst();
    }
}
