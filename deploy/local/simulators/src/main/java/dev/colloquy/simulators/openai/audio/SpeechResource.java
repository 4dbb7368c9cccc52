package dev.colloquy.simulators.openai.audio;

import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.catalogue.Model;
import dev.colloquy.simulators.openai.catalogue.Model.Purpose;
import dev.colloquy.simulators.openai.model.Tokens;
import dev.colloquy.simulators.speech.Sound;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code POST /v1/audio/speech}: the machine's voice as WAV or PCM. There is no encoder here for the other formats. */
final class SpeechResource {

    private static final int LONGEST_INPUT = 4096;
    private static final List<String> FORMATS = List.of("mp3", "opus", "aac", "flac", "wav", "pcm");

    private final ModelAccess access;
    private final Recognizer recognizer;
    private final Stage stage;

    SpeechResource(ModelAccess access, Recognizer recognizer, Stage stage) {
        this.access = access;
        this.recognizer = recognizer;
        this.stage = stage;
    }

    void mount(Router router) {
        router.post("/v1/audio/speech").handler(this::speak);
    }

    private void speak(RoutingContext context) {
        access.admit(context);
        JsonObject body = OpenAiError.body(context);
        Model.require(
                OpenAiError.required(body, "model"),
                Purpose.SPEECH,
                stage.time().now());
        String input = input(body);
        String format = format(body);
        OpenAiError.required(body, "voice");
        access.spend(context, Tokens.count(input));
        stage.speech()
                .say(input)
                .onSuccess(sound -> {
                    recognizer.remember(sound, input);
                    answer(context, sound, format);
                })
                .onFailure(context::fail);
    }

    private static void answer(RoutingContext context, Sound sound, String format) {
        boolean wav = format.equals("wav");
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, wav ? "audio/wav" : "audio/pcm")
                .end(Buffer.buffer(wav ? sound.wav() : sound.pcm()));
    }

    private static String input(JsonObject body) {
        String input = OpenAiError.required(body, "input");
        if (input.length() > LONGEST_INPUT) {
            throw OpenAiError.badRequest(
                    "input",
                    "string_too_long",
                    "Invalid 'input': string too long. Expected a string with maximum length " + LONGEST_INPUT + ".");
        }
        return input;
    }

    private static String format(JsonObject body) {
        String format = body.getString("response_format", "mp3");
        if (!FORMATS.contains(format)) {
            throw OpenAiError.badRequest(
                    "response_format", "invalid_value", "Invalid value: '" + format + "'. Supported: " + FORMATS + ".");
        }
        if (!format.equals("wav") && !format.equals("pcm")) {
            throw OpenAiError.badRequest(
                    "response_format", "unsupported_value", "The simulator speaks 'wav' and 'pcm' only.");
        }
        return format;
    }
}
