package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.elevenlabs.agents.Agent;
import dev.colloquy.simulators.elevenlabs.conversations.Initiation;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Reads what a client sends. Whatever comes first opens the conversation. */
final class ClientMessages {

    private static final int POLICY_VIOLATION = 1008;

    private final Dialogue dialogue;
    private final Agent agent;
    private final SocketClient client;
    private IntConsumer pong = _ -> {};
    private boolean begun;

    ClientMessages(Dialogue dialogue, Agent agent, SocketClient client) {
        this.dialogue = dialogue;
        this.agent = agent;
        this.client = client;
    }

    void onPong(IntConsumer listener) {
        pong = listener;
    }

    void receive(String text) {
        try {
            read(new JsonObject(text));
        } catch (DecodeException | ClassCastException | IllegalArgumentException unreadable) {
            refuse("invalid_message", "The message could not be read.");
        }
    }

    private void read(JsonObject message) {
        client.received(message);
        String type = message.getString("type", "user_audio_chunk");
        if (!begun) {
            begun = true;
            boolean initiation = type.equals("conversation_initiation_client_data");
            begin(Initiation.parse(initiation ? message : new JsonObject()));
        }
        switch (type) {
            case "user_audio_chunk" -> dialogue.hear(message.getString("user_audio_chunk", ""));
            case "user_message" -> dialogue.answer(message.getString("text", ""));
            case "client_tool_result" -> dialogue.toolAnswered(message);
            case "pong" -> pong.accept(message.getInteger("event_id", 0));
            default -> {
                // initiation data, activity, feedback and contextual updates need no answer
            }
        }
    }

    private void begin(Initiation initiation) {
        Optional<String> forbidden = agent.allowsOverrides() ? Optional.empty() : overridden(initiation);
        boolean variables = initiation.dynamicVariables().stream()
                .allMatch(each -> Initiation.isVariable(each.getKey(), each.getValue()));
        if (forbidden.isPresent()) {
            refuse("override_error", "Override for field '" + forbidden.get() + "' is not allowed by config.");
        } else if (!variables) {
            refuse("value_error", "Dynamic variables must be strings, numbers or booleans of your own.");
        } else {
            dialogue.begin(initiation);
        }
    }

    /** Prompt, first message, language, voice and duration need the owner's consent; that a client only types does not. */
    private static Optional<String> overridden(Initiation initiation) {
        return Stream.of("agent", "tts", "conversation")
                .map(part -> initiation.configOverride().getJsonObject(part, new JsonObject()))
                .flatMap(JsonObject::stream)
                .filter(field -> Objects.nonNull(field.getValue()))
                .filter(field -> !field.getKey().equals("text_only"))
                .filter(field -> !(field.getValue() instanceof JsonObject nested && nested.isEmpty()))
                .map(Entry::getKey)
                .findFirst();
    }

    private void refuse(String type, String reason) {
        client.send(AgentEvent.error(POLICY_VIOLATION, type, reason));
        client.close(POLICY_VIOLATION, reason);
    }
}
