package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.elevenlabs.agents.Agent;
import dev.colloquy.simulators.elevenlabs.agents.Agents;
import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.elevenlabs.conversations.Conversations;
import dev.colloquy.simulators.elevenlabs.conversations.SignedUrls;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code wss /v1/convai/conversation}: with a signature, or for a public agent with its id alone. */
public final class ConversationSocket {

    /** The code ElevenLabs closes an opened socket with that it does not admit. */
    private static final short REFUSED = 3000;

    private final Conversations conversations;
    private final SignedUrls urls;
    private final Agents agents;
    private final Stage stage;

    public ConversationSocket(Conversations conversations, SignedUrls urls, Agents agents, Stage stage) {
        this.conversations = conversations;
        this.urls = urls;
        this.agents = agents;
        this.stage = stage;
    }

    public void mount(Router router) {
        router.get("/v1/convai/conversation").handler(this::open);
    }

    private void open(RoutingContext context) {
        @Nullable String agentId = context.request().getParam("agent_id");
        @Nullable String signature = context.request().getParam("conversation_signature");
        Agent agent = agents.get(agentId == null ? "" : agentId);
        Optional<Conversation> conversation = admitted(agent, signature);
        context.request()
                .toWebSocket()
                .onSuccess(socket -> conversation.ifPresentOrElse(
                        admitted -> talk(socket, admitted, agent),
                        () -> socket.close(REFUSED, "Could not authorize the conversation.")))
                .onFailure(failure -> context.fail(400, failure));
    }

    private Optional<Conversation> admitted(Agent agent, @Nullable String signature) {
        if (signature != null) {
            return urls.redeem(signature, agent.id());
        }
        return agent.isPublic() ? Optional.of(conversations.initiate(agent.id(), "public")) : Optional.empty();
    }

    private void talk(ServerWebSocket socket, Conversation conversation, Agent agent) {
        SocketClient client = new SocketClient(socket, stage.journal(), conversation.id());
        Dialogue dialogue = new Dialogue(conversation, agent, conversations, stage, client);
        ClientMessages messages = new ClientMessages(dialogue, agent, client);
        socket.textMessageHandler(messages::receive);
        Pings pings = new Pings(stage.time(), conversation, dialogue, client);
        messages.onPong(pings::answered);
        pings.start();
        socket.closeHandler(_ -> {
            pings.stop();
            dialogue.left();
        });
    }
}
