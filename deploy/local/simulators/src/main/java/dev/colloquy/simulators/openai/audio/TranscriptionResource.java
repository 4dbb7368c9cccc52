package dev.colloquy.simulators.openai.audio;

import dev.colloquy.simulators.openai.access.EventStream;
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
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code POST /v1/audio/transcriptions}: a WAV file in, what it is taken to say out. */
final class TranscriptionResource {

    private final ModelAccess access;
    private final Recognizer recognizer;
    private final Stage stage;

    TranscriptionResource(ModelAccess access, Recognizer recognizer, Stage stage) {
        this.access = access;
        this.recognizer = recognizer;
        this.stage = stage;
    }

    void mount(Router router) {
        router.post("/v1/audio/transcriptions").handler(this::transcribe);
    }

    private void transcribe(RoutingContext context) {
        access.admit(context);
        TranscriptionRequest request =
                TranscriptionRequest.parse(context.request().formAttributes());
        Model.require(request.model(), Purpose.TRANSCRIPTION, stage.time().now());
        FileUpload file = context.fileUploads().stream()
                .filter(upload -> upload.name().equals("file"))
                .findFirst()
                .orElseThrow(() -> OpenAiError.badRequest(
                        "file", "missing_required_parameter", "Missing required parameter: 'file'."));
        access.spend(context, 1);
        context.vertx()
                .fileSystem()
                .readFile(file.uploadedFileName())
                .map(TranscriptionResource::sound)
                .onSuccess(sound -> answer(
                        context,
                        request,
                        new Transcript(recognizer.recognize(sound), sound.duration(), request.language())))
                .onFailure(context::fail);
    }

    private static Sound sound(Buffer file) {
        try {
            return Sound.read(new ByteArrayInputStream(file.getBytes()));
        } catch (IOException unreadable) {
            throw OpenAiError.badRequest(
                    "file", "unsupported_value", "The simulator hears WAV files only; this one could not be decoded.");
        }
    }

    private void answer(RoutingContext context, TranscriptionRequest request, Transcript transcript) {
        if (request.stream()) {
            EventStream.send(events(transcript), context.response(), stage.time());
            return;
        }
        switch (request.format()) {
            case "text" -> text(context, transcript.text() + "\n");
            case "srt" -> text(context, transcript.srt());
            case "vtt" -> text(context, transcript.vtt());
            case "verbose_json" -> context.json(transcript.verbose(request.words()));
            default -> context.json(transcript.json());
        }
    }

    private static List<String> events(Transcript transcript) {
        return Stream.concat(
                        Tokens.pieces(transcript.text()).stream()
                                .map(piece -> new JsonObject()
                                        .put("type", "transcript.text.delta")
                                        .put("delta", piece)),
                        Stream.of(transcript.json().put("type", "transcript.text.done")))
                .map(JsonObject::encode)
                .toList();
    }

    private static void text(RoutingContext context, String text) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(text);
    }
}
