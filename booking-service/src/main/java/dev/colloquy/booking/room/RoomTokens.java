package dev.colloquy.booking.room;

import dev.colloquy.events.InterviewId;
import io.livekit.server.AccessToken;
import io.livekit.server.CanPublish;
import io.livekit.server.CanPublishData;
import io.livekit.server.CanPublishSources;
import io.livekit.server.CanSubscribe;
import io.livekit.server.CanUpdateOwnMetadata;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import livekit.LivekitAgentDispatch.RoomAgentDispatch;
import livekit.LivekitRoom.RoomConfiguration;

/**
 * The one place that knows LiveKit's SDK. A token lets one candidate into one room, for minutes, and sends the agent
 * there; it tells the agent the interview's id and nothing else, because every holder can read it.
 */
@Startup
@Singleton
public class RoomTokens {

    public static final String PARTICIPANT_NAME = "candidate";

    private final LiveKitConfig server;
    private final RoomConfig config;
    private final Clock clock;

    RoomTokens(LiveKitConfig server, RoomConfig config, Clock clock) {
        if (server.url().isPresent()
                && (server.apiKey().isEmpty() || server.apiSecret().isEmpty())) {
            throw new IllegalStateException("LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET");
        }
        this.server = server;
        this.config = config;
        this.clock = clock;
    }

    /** The server's address as clients connect to it. */
    public Optional<String> serverUrl() {
        return server.url().map(URI::toString).map(url -> url.replaceFirst("^http", "ws"));
    }

    /** A seat in the interview's room; empty when there is no LiveKit server. */
    public Optional<String> tokenFor(InterviewId interview) {
        return server.apiKey().flatMap(key -> server.apiSecret().map(secret -> token(key, secret, interview)));
    }

    private String token(String key, String secret, InterviewId interview) {
        var now = clock.instant();
        var token = new AccessToken(key, secret);
        token.setIdentity("candidate-" + interview);
        token.setName(PARTICIPANT_NAME);
        token.setNotBefore(Date.from(now));
        token.setExpiration(Date.from(now.plus(config.tokenLifetime())));
        token.addGrants(
                new RoomJoin(true),
                new RoomName(interview.roomName()),
                new CanPublish(true),
                new CanPublishSources(List.of("microphone", "camera")),
                new CanSubscribe(true),
                new CanPublishData(true),
                new CanUpdateOwnMetadata(false));
        token.setRoomConfiguration(roomWithAgent(interview));
        return token.toJwt();
    }

    private RoomConfiguration roomWithAgent(InterviewId interview) {
        var agent = RoomAgentDispatch.newBuilder()
                .setAgentName(config.agentName())
                .setMetadata("{\"interviewId\":\"%s\"}".formatted(interview));
        return RoomConfiguration.newBuilder().addAgents(agent).build();
    }
}
