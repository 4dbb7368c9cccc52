package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.elevenlabs.agents.Agent;
import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.elevenlabs.conversations.Conversations;
import dev.colloquy.simulators.elevenlabs.conversations.Initiation;
import dev.colloquy.simulators.elevenlabs.conversations.Line;
import dev.colloquy.simulators.elevenlabs.conversations.Line.ToolCall;
import dev.colloquy.simulators.speech.EnergyGate;
import dev.colloquy.simulators.speech.Loudness;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One conversation over its socket: the agent asks, listens, asks on, calls its tools and ends the call. */
final class Dialogue {

    private static final Duration THINKING = Duration.ofMillis(400);
    private static final Duration TOOL_PATIENCE = Duration.ofSeconds(20);
    private static final int BYTES_PER_MILLISECOND = 32;
    private static final double THRESHOLD = 0.5;
    private static final int SILENCE_MILLISECONDS = 700;

    private final Conversation conversation;
    private final Agent agent;
    private final Conversations conversations;
    private final Stage stage;
    private final Client client;
    private final Interviewer interviewer;
    private final EnergyGate ear = new EnergyGate();
    private Mouth mouth;
    private int lastEvent;
    private boolean thinking;
    private @Nullable String openToolCall;
    private boolean toolUsed;

    Dialogue(Conversation conversation, Agent agent, Conversations conversations, Stage stage, Client client) {
        this.conversation = conversation;
        this.agent = agent;
        this.conversations = conversations;
        this.stage = stage;
        this.client = client;
        this.interviewer = new Interviewer(stage.scripts().of(conversation.id()));
        this.mouth = new Mouth(conversation, false, stage, client::send);
    }

    /** The other end of the socket. */
    interface Client {
        void send(JsonObject event);

        void close(int code, String reason);
    }

    void begin(Initiation initiation) {
        conversations.start(conversation, initiation);
        mouth = new Mouth(conversation, initiation.textOnly(), stage, client::send);
        @Nullable
        String firstMessage = initiation
                .configOverride()
                .getJsonObject("agent", new JsonObject())
                .getString("first_message");
        if (firstMessage != null) {
            interviewer.openWith(firstMessage);
        }
        client.send(AgentEvent.metadata(conversation.id()));
        stage.time().after(initiation.longestCall().orElse(agent.longestCall()), this::expire);
        proceed();
    }

    void hear(String base64) {
        byte[] pcm = Base64.getDecoder().decode(base64);
        switch (ear.hear(Loudness.of(pcm), pcm.length / BYTES_PER_MILLISECOND, THRESHOLD, SILENCE_MILLISECONDS)) {
            case STARTED -> {
                client.send(AgentEvent.voiceScore(1));
                mouth.interrupt();
            }
            case STOPPED -> {
                client.send(AgentEvent.voiceScore(0));
                String words = interviewer.nextAnswer();
                client.send(AgentEvent.userTranscript(words, nextEvent()));
                answer(words);
            }
            case NONE -> {}
        }
    }

    /** Something the candidate typed or said. The agent thinks about it for a moment. */
    void answer(String words) {
        if (!conversation.isInProgress()) {
            return;
        }
        mouth.interrupt();
        conversation.add(
                Line.said("user", words, conversation.secondsAt(stage.time().now())));
        if (!thinking && openToolCall == null) {
            thinking = true;
            stage.time().after(THINKING, this::proceed);
        }
    }

    void toolAnswered(JsonObject result) {
        String callId = openToolCall;
        if (callId != null && callId.equals(result.getString("tool_call_id"))) {
            toolOver(callId, result.getString("result", ""), result.getBoolean("is_error", false));
        }
    }

    private void proceed() {
        thinking = false;
        if (conversation.isInProgress()) {
            interviewer.nextQuestion().ifPresentOrElse(question -> mouth.say(question, nextEvent()), this::finish);
        }
    }

    private void finish() {
        if (toolUsed || agent.clientTool().isEmpty()) {
            mouth.say(interviewer.closing(), nextEvent())
                    .onSuccess(length -> stage.time().after(length.plus(THINKING), this::endCall));
            return;
        }
        toolUsed = true;
        String callId = stage.ids().next("call_", 22);
        openToolCall = callId;
        client.send(AgentEvent.clientToolCall(agent.clientTool(), callId, new JsonObject(), nextEvent()));
        stage.time().after(TOOL_PATIENCE, () -> {
            if (callId.equals(openToolCall)) {
                toolOver(callId, "The client did not answer in time.", true);
            }
        });
    }

    private void toolOver(String callId, String result, boolean failed) {
        openToolCall = null;
        ToolCall call = new ToolCall("client", callId, agent.clientTool(), new JsonObject(), result, failed);
        conversation.add(Line.called(call, conversation.secondsAt(stage.time().now())));
        proceed();
    }

    private void endCall() {
        if (conversation.isInProgress()) {
            String callId = stage.ids().next("call_", 22);
            ToolCall call = new ToolCall("system", callId, "end_call", new JsonObject(), "ended", false);
            conversation.add(
                    Line.called(call, conversation.secondsAt(stage.time().now())));
            client.send(AgentEvent.endCall(callId, nextEvent()));
            conversations.end(conversation, "end_call tool was called.");
            client.close(1000, "Call ended by the agent");
        }
    }

    private void expire() {
        if (conversation.isInProgress()) {
            String reason = "Conversation exceeded its maximum duration.";
            client.send(AgentEvent.error(1000, "max_duration_exceeded", reason));
            conversations.end(conversation, reason);
            client.close(1000, reason);
        }
    }

    void left() {
        if (conversation.isInProgress()) {
            conversations.end(conversation, "Client disconnected");
        }
    }

    int nextEvent() {
        lastEvent++;
        return lastEvent;
    }
}
