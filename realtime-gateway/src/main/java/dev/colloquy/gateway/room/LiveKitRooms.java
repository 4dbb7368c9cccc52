package dev.colloquy.gateway.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.events.InterviewId;
import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.AudioMixing;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.EncodedOutputs;
import io.livekit.server.RoomServiceClient;
import io.livekit.server.okhttp.OkHttpFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.ParticipantInfo;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * The rooms of interviews at LiveKit. Asking for something that is so already is not an error: a room that is gone is
 * deleted, an egress that ends is stopped. Everything else fails with {@link LiveKitRefused} or {@link IOException}.
 */
@ApplicationScoped
public class LiveKitRooms {

    private final Vertx vertx;
    private final RoomServiceClient rooms;
    private final EgressServiceClient egress;
    private final AgentDispatchServiceClient agents;

    LiveKitRooms(Vertx vertx, LiveKitConfig config) {
        this.vertx = vertx;
        // The SDK takes http(s) addresses only.
        var url = config.url().toString().replaceFirst("^ws", "http");
        var http = new OkHttpFactory(false, client -> client.callTimeout(config.timeout()));
        this.rooms = RoomServiceClient.createClient(url, config.apiKey(), config.apiSecret(), http);
        this.egress = EgressServiceClient.createClient(url, config.apiKey(), config.apiSecret(), http);
        this.agents = AgentDispatchServiceClient.createClient(url, config.apiKey(), config.apiSecret(), http);
    }

    /** Sends a data message to everybody in the room. */
    public Uni<Void> send(InterviewId interview, String message) {
        return settle(
                rooms.sendData(interview.roomName(), message.getBytes(UTF_8), DataPacket.Kind.RELIABLE),
                LiveKitRefused::isNotFound);
    }

    /** Whether an agent is in the room. */
    public Uni<Boolean> hasAgent(InterviewId interview) {
        return ask(rooms.listParticipants(interview.roomName()))
                .map(participants -> participants.stream().anyMatch(LiveKitRooms::isAgent))
                .onFailure(LiveKitRooms::isNotFound)
                .recoverWithItem(false);
    }

    /** Sends one more agent into the room. It is told the interview's id and nothing else. */
    public Uni<Void> dispatchAgent(InterviewId interview, String agentName) {
        var metadata = "{\"interviewId\":\"%s\"}".formatted(interview);
        return settle(agents.createDispatch(interview.roomName(), agentName, metadata), _ -> false);
    }

    /** The ids of the room's recordings that have not ended. */
    public Uni<List<String>> activeEgress(InterviewId interview) {
        return ask(egress.listEgress(interview.roomName(), null, true))
                .map(found -> found.stream().map(EgressInfo::getEgressId).toList());
    }

    public Uni<Void> stopEgress(String egressId) {
        return settle(egress.stopEgress(egressId), refused -> refused.isNotFound() || refused.isFailedPrecondition());
    }

    public Uni<Void> removeCandidate(InterviewId interview) {
        return settle(
                rooms.removeParticipant(interview.roomName(), "candidate-" + interview), LiveKitRefused::isNotFound);
    }

    public Uni<Void> delete(InterviewId interview) {
        return settle(rooms.deleteRoom(interview.roomName()), LiveKitRefused::isNotFound);
    }

    /** Records the room's sound into one file, the agent on the left channel and everybody else on the right one. */
    public Uni<String> record(InterviewId interview, RecordingFile file) {
        var outputs = new EncodedOutputs(file.toOutput(), null, null, null);
        return ask(egress.startRoomCompositeEgress(
                        interview.roomName(), outputs, "", null, null, true, false, "", AudioMixing.DUAL_CHANNEL_AGENT))
                .map(EgressInfo::getEgressId);
    }

    private static boolean isAgent(ParticipantInfo participant) {
        return participant.getKind() == ParticipantInfo.Kind.AGENT
                && participant.getState() != ParticipantInfo.State.DISCONNECTED;
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof LiveKitRefused refused && refused.isNotFound();
    }

    private <T> Uni<T> ask(Call<T> call) {
        return execute(call).map(Objects::requireNonNull);
    }

    private Uni<Void> settle(Call<?> call, Predicate<LiveKitRefused> settled) {
        return execute(call)
                .replaceWithVoid()
                .onFailure(failure -> failure instanceof LiveKitRefused refused && settled.test(refused))
                .recoverWithNull();
    }

    /** The SDK blocks and does not throw when it is refused. The answer arrives on the caller's context again. */
    private <T> Uni<@Nullable T> execute(Call<T> call) {
        return vertx.<@Nullable T>executeBlocking(() -> body(call.execute()), false);
    }

    private static <T> @Nullable T body(Response<T> response) throws IOException {
        if (response.isSuccessful()) {
            return response.body();
        }
        try (var error = response.errorBody()) {
            throw new LiveKitRefused(response.code(), error == null ? "" : error.string());
        }
    }
}
