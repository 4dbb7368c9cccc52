package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.elevenlabs.access.ApiKey;
import dev.colloquy.simulators.elevenlabs.access.ElevenLabsError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /v1/convai/conversations}: what is to be read of them, and their deletion. */
public final class ConversationResource {

    private final Conversations conversations;
    private final ApiKey key;

    public ConversationResource(Conversations conversations, ApiKey key) {
        this.conversations = conversations;
        this.key = key;
    }

    public void mount(Router router) {
        router.route("/v1/convai/conversations*").handler(context -> {
            key.require(context);
            context.next();
        });
        router.get("/v1/convai/conversations").handler(this::list);
        router.get("/v1/convai/conversations/:id").handler(this::read);
        router.get("/v1/convai/conversations/:id/audio").handler(this::audio);
        router.delete("/v1/convai/conversations/:id").handler(this::delete);
    }

    private void list(RoutingContext context) {
        context.json(ConversationList.parse(context.request().params()).page(conversations.newestFirst()));
    }

    /** {@code format=opentelemetry} adds the trace that the webhook of that format carries alone. */
    private void read(RoutingContext context) {
        Conversation conversation = conversation(context);
        JsonObject view = ConversationView.whole(conversation);
        if ("opentelemetry".equals(context.request().getParam("format"))) {
            view.put("otlp_traces", OtlpTraces.of(conversation));
        }
        context.json(view);
    }

    private void audio(RoutingContext context) {
        Conversation conversation = conversation(context);
        if (!ConversationView.hasAudio(conversation)) {
            throw ElevenLabsError.of(404, "missing_conversation_audio", "Conversation audio is not available.");
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "audio/mpeg")
                .end(Buffer.buffer(SilentMp3.of(conversation)));
    }

    private void delete(RoutingContext context) {
        conversations.delete(conversation(context).id());
        context.json(new JsonObject());
    }

    private Conversation conversation(RoutingContext context) {
        String id = context.pathParam("id");
        return conversations
                .find(id)
                .orElseThrow(() -> ElevenLabsError.of(
                        404, "document_not_found", "Conversation with id " + id + " was not found."));
    }
}
