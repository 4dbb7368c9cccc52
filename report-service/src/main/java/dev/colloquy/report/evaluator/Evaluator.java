package dev.colloquy.report.evaluator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.evaluator.ChatRequest.Message;
import dev.colloquy.report.evaluator.EvaluationFailed.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Has a model evaluate an interview: json_schema, else json_object, else plain, and one chance to put things right. */
@ApplicationScoped
public class Evaluator {

    private static final Set<Integer> FORMAT_NOT_SUPPORTED = Set.of(400, 422, 501);

    private final ChatClient chat;
    private final DraftReader drafts;
    private final EvaluatorConfig config;
    private final OpenAiConfig openAi;
    private final JsonNode schema;

    Evaluator(
            @RestClient ChatClient chat,
            DraftReader drafts,
            EvaluatorConfig config,
            OpenAiConfig openAi,
            ObjectMapper json) {
        this.chat = chat;
        this.drafts = drafts;
        this.config = config;
        this.openAi = openAi;
        this.schema = Prompt.schema(json);
    }

    /** A draft and what made it. */
    public record Answer(Draft draft, String model, String promptVersion, String inputHash) {}

    /** Fails with {@link EvaluationFailed}; asking again later may help. */
    public Uni<Answer> evaluate(Dossier dossier) {
        var prompt = Prompt.of(dossier);
        return ask(new Question(prompt, List.of()), AnswerFormat.JSON_SCHEMA)
                .chain(first -> accept(first, dossier, prompt));
    }

    /** What is asked, with what was said in the conversation since. */
    private record Question(Prompt prompt, List<Message> since) {

        List<Message> messages(AnswerFormat format) {
            var instructions =
                    format == AnswerFormat.JSON_SCHEMA ? prompt.instructions() : prompt.instructionsWithSchema();
            return Stream.concat(Stream.of(Message.system(instructions), Message.user(prompt.input())), since.stream())
                    .toList();
        }
    }

    /** What the model wrote in the format its server can do. */
    private record Written(String text, String model, AnswerFormat format) {}

    private Uni<Answer> accept(Written first, Dossier dossier, Prompt prompt) {
        var reading = drafts.read(first.text(), dossier);
        if (reading.problems().isEmpty()) {
            return Uni.createFrom().item(answer(reading.draft().orElseThrow(), first, prompt));
        }
        var repair =
                "This does not fit: " + String.join("; ", reading.problems()) + ". Answer again, in full, as JSON.";
        var question = new Question(prompt, List.of(Message.assistant(first.text()), Message.user(repair)));
        return ask(question, first.format())
                .map(second -> drafts.read(second.text(), dossier)
                        .draft()
                        .or(reading::draft)
                        .map(draft -> answer(draft, second, prompt))
                        .orElseThrow(() -> new EvaluationFailed(Reason.INVALID_ANSWER)));
    }

    private static Answer answer(Draft draft, Written written, Prompt prompt) {
        return new Answer(draft, written.model(), Prompt.VERSION, prompt.inputHash());
    }

    private Uni<Written> ask(Question question, AnswerFormat format) {
        return chat.complete(bearer(), request(question, format))
                .map(completion -> written(completion, format))
                .onFailure(failure -> mayBeTheFormat(failure) && format != AnswerFormat.PLAIN)
                .recoverWithUni(() -> ask(question, format.looser().orElseThrow()))
                .onFailure(failure -> !(failure instanceof EvaluationFailed))
                .transform(Evaluator::unavailable);
    }

    private Written written(ChatCompletion completion, AnswerFormat format) {
        var model = Objects.requireNonNullElse(completion.model(), config.model());
        return new Written(completion.text(), Storable.text(model), format);
    }

    private ChatRequest request(Question question, AnswerFormat format) {
        return new ChatRequest(
                config.model(),
                question.messages(format),
                switch (format) {
                    case JSON_SCHEMA -> ChatRequest.strict(schema);
                    case JSON_OBJECT -> ChatRequest.jsonObject();
                    case PLAIN -> null;
                });
    }

    private @Nullable String bearer() {
        return openAi.apiKey().map("Bearer "::concat).orElse(null);
    }

    private static boolean mayBeTheFormat(Throwable failure) {
        return failure instanceof WebApplicationException e
                && FORMAT_NOT_SUPPORTED.contains(e.getResponse().getStatus());
    }

    private static EvaluationFailed unavailable(Throwable failure) {
        var detail = failure instanceof WebApplicationException e
                ? "status " + e.getResponse().getStatus()
                : failure.getClass().getSimpleName();
        return new EvaluationFailed(Reason.MODEL_UNAVAILABLE, detail);
    }
}
