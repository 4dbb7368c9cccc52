package dev.colloquy.report;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewFinalised;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.report.FakePeers.Answer;
import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.evaluator.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** One interview from its final transcript to its report, with what its peers answer on the way. */
public final class Play {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final InterviewId interview = new InterviewId(UUID.randomUUID());
    public final String tenant;
    private final List<Answer> dossiers = new ArrayList<>();
    private final List<Answer> completions = new ArrayList<>();

    public Play(String tenant) {
        this.tenant = tenant;
    }

    public static Play good() {
        var play = new Play("acme");
        return play.dossier(Interviews.good(play.interview.toString())).says(play.goodDraft());
    }

    public static Play withModel() {
        var play = new Play("acme");
        return play.dossier(Interviews.good(play.interview.toString()));
    }

    public Play dossier(Dossier dossier) {
        dossiers.add(new Answer(200, json(dossier), false));
        return this;
    }

    public Play dossierStatus(int status) {
        dossiers.add(new Answer(status, "{}", false));
        return this;
    }

    public Play says(Draft draft) {
        return says(json(draft));
    }

    public Play says(String content) {
        return ends("stop", Map.of("role", "assistant", "content", content));
    }

    public Play ends(String finishReason, Map<String, String> message) {
        var choice = Map.of("index", 0, "finish_reason", finishReason, "message", message);
        completions.add(new Answer(200, json(Map.of("model", "model-of-tests-1", "choices", List.of(choice))), false));
        return this;
    }

    public Play fails(int status) {
        completions.add(new Answer(status, "{\"error\":{\"message\":\"no\"}}", false));
        return this;
    }

    public Play isSilent() {
        completions.add(new Answer(0, "", true));
        return this;
    }

    public Play answers(String body) {
        completions.add(new Answer(200, body, false));
        return this;
    }

    public Draft goodDraft() {
        return draft(
                judgement("Delivery", 5, "2-" + interview, "I cut our deployment time"),
                judgement("Collaboration", 3, "4-" + interview, "When two of us disagreed"));
    }

    public static Draft draft(Draft.Judgement... judgements) {
        return new Draft("Solid.", List.of(judgements), List.of("Fast"), List.of("Quiet"), List.of("Why?"));
    }

    public static Draft.Judgement judgement(String name, int score, String entryId, String quote) {
        return new Draft.Judgement(name, score, "Because.", List.of(new Draft.Claim(entryId, quote)));
    }

    public Play finalised() {
        given().contentType("application/json; charset=UTF-8")
                .body(json(Map.of("dossiers", dossiers, "completions", completions)))
                .put(peers() + "/script/" + interview)
                .then()
                .statusCode(200);
        publish();
        return this;
    }

    /** As a redelivery would, but under a new event id. */
    public void publish() {
        var now = Clock.systemUTC().instant();
        KafkaPeer.publish(
                new InterviewFinalised(UUID.randomUUID(), now, new TenantId(tenant), interview, 1, "hash", null));
    }

    /** Waits for the one event that tells the end. */
    public JsonNode updated() {
        return KafkaPeer.await(Topics.REPORT_UPDATED, interview, 1).getFirst();
    }

    /** What the model was asked, call by call. */
    public JsonNode asked() {
        try {
            return JSON.readTree(given().get(peers() + "/asked/" + interview).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String peers() {
        return ConfigProvider.getConfig().getValue("fake.peers", String.class);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
