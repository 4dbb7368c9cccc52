package dev.colloquy.gateway.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.colloquy.gateway.interview.AgentContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code session} of a realtime call, in the words of OpenAI's current interface. */
@JsonNaming(SnakeCaseStrategy.class)
public record SessionConfig(
        String type,
        String model,
        List<String> outputModalities,
        String instructions,
        Audio audio,
        List<Tool> tools,
        String toolChoice) {

    /** By which the interviewer ends the interview. */
    public static final String END_TOOL = "end_session";

    public record Audio(Input input, Output output) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record Input(Transcription transcription, TurnDetection turnDetection) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transcription(String model, @Nullable String language) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record TurnDetection(String type, double threshold, long prefixPaddingMs, long silenceDurationMs) {}

    public record Output(String voice) {}

    public record Tool(String type, String name, String description, Map<String, Object> parameters) {}

    static SessionConfig of(AgentContext context, CallConfig config) {
        var transcription = new Transcription(config.transcriptionModel(), context.language());
        var turns = new TurnDetection(
                "server_vad",
                config.vadThreshold(),
                config.vadPrefixPadding().toMillis(),
                config.vadSilence().toMillis());
        return new SessionConfig(
                "realtime",
                config.model(),
                List.of("audio"),
                Instructions.of(context, config.maxResumeLength()),
                new Audio(new Input(transcription, turns), new Output(voice(context, config))),
                List.of(endTool()),
                "auto");
    }

    private static String voice(AgentContext context, CallConfig config) {
        var persona = context.persona();
        return persona == null || persona.voice() == null ? config.voice() : persona.voice();
    }

    private static Tool endTool() {
        return new Tool(
                "function",
                END_TOOL,
                "Ends the interview. Call it once, after saying goodbye.",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("reason", Map.of("type", "string")),
                        "required",
                        List.of("reason"),
                        "additionalProperties",
                        false));
    }
}
