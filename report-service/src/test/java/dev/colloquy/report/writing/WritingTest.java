package dev.colloquy.report.writing;

import static dev.colloquy.local.embedded.OidcResource.clientBearer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.report.Interviews;
import dev.colloquy.report.Play;
import dev.colloquy.report.dossier.Dossier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("P1 P2 P3 Reports")
class WritingTest {

    @Test
    void areWrittenWhenAnInterviewIsFinal() {
        var play = Play.good().finalised();

        var event = play.updated();

        assertEquals("complete", event.path("status").asText());
        assertEquals("acme", event.path("tenant").asText());
        evaluation(play)
                .body("reportId", equalTo(event.path("reportId").asText()))
                .body("finalVersion", equalTo(1))
                .body("status", equalTo("complete"))
                .body("partial", equalTo(false))
                .body("mode", equalTo("ai"))
                .body("overall", equalTo(4.5f))
                .body("competencies.name", contains("Delivery", "Collaboration"))
                .body("competencies[0].quotes[0].entryId", equalTo("2-" + play.interview))
                .body("model", equalTo("model-of-tests-1"))
                .body("reason", nullValue());
    }

    @Test
    void askTheModelInTheStrictestFormatWithTheKey() {
        var play = Play.good().finalised();
        play.updated();

        var asked = play.asked();

        assertEquals(1, asked.size());
        var request = asked.get(0);
        assertEquals("Bearer a-key-for-tests", request.path("authorization").asText());
        assertEquals("gpt-4.1", request.path("model").asText());
        var format = request.path("response_format");
        assertEquals("json_schema", format.path("type").asText());
        assertTrue(format.path("json_schema").path("strict").asBoolean());
        assertTrue(request.path("messages").get(1).path("content").asText().contains(Interviews.DEPLOYMENT));
    }

    @Test
    void areWrittenOnceHoweverOftenAVersionIsFinal() {
        var play = Play.good().finalised();
        for (int i = 0; i < 4; i++) {
            play.publish();
        }
        play.updated();
        Play.good().finalised().updated();

        assertEquals(1, KafkaPeer.read(Topics.REPORT_UPDATED, play.interview).size());
        assertEquals(1, play.asked().size());
    }

    @Test
    void needNoStrictFormat() {
        var play = Play.withModel();
        play.fails(400)
                .fails(422)
                .says("Here it is:\n```json\n{}\n```")
                .says(play.goodDraft())
                .finalised();

        assertEquals("complete", play.updated().path("status").asText());

        var formats = play.asked().findValuesAsText("type");
        assertTrue(formats.contains("json_schema") && formats.contains("json_object"), formats.toString());
        assertTrue(play.asked().get(2).path("response_format").isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"summary\":\"half", "{\"summary\":\"\"}", "[]"})
    void giveTheModelOneChanceToPutThingsRight(String first) {
        var play = Play.withModel();
        play.says(first).says(play.goodDraft()).finalised();

        assertEquals("complete", play.updated().path("status").asText());

        var repair = play.asked().get(1).path("messages");
        assertEquals("assistant", repair.get(2).path("role").asText());
        assertEquals(first, repair.get(2).path("content").asText());
        assertTrue(repair.get(3).path("content").asText().startsWith("This does not fit: "));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void areTriedAgainWhenTheModelIsDown(int status) {
        var play = Play.withModel();
        play.fails(status).says(play.goodDraft()).finalised();

        assertEquals("complete", play.updated().path("status").asText());
    }

    @Test
    void areTriedAgainWhenTheModelDoesNotAnswer() {
        var play = Play.withModel();
        play.isSilent().says(play.goodDraft()).finalised();

        assertEquals("complete", play.updated().path("status").asText());
    }

    @Test
    void surviveAnOutageOfTheModelHoweverOftenItIsAskedInVain() {
        var play = Play.withModel();
        play.fails(503).fails(503).fails(503).fails(503).says(play.goodDraft()).finalised();

        assertEquals("complete", play.updated().path("status").asText());
    }

    @Test
    void doNotCountAnOutageAsUselessAnswers() {
        var play = Play.withModel();
        play.fails(503)
                .answers("{}")
                .fails(503)
                .answers("{}")
                .says(play.goodDraft())
                .finalised();

        assertEquals("complete", play.updated().path("status").asText());
    }

    @Test
    void failWhenTheModelStaysDown() {
        assertFails(Play.withModel().fails(503), "model_unavailable");
    }

    @Test
    void failWhenTheModelKeepsRefusing() {
        assertFails(Play.withModel().ends("stop", Map.of("refusal", "I cannot.")), "refused");
    }

    @Test
    void failWhenEveryAnswerIsCutOff() {
        assertFails(Play.withModel().ends("length", Map.of("content", "{\"summary\":")), "truncated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":[{\"message\":{}}]}"})
    void failWhenTheModelSaysNothing(String body) {
        assertFails(Play.withModel().answers(body), "invalid_answer");
    }

    @Test
    void failAfterThreeAnswersOfNoUse() {
        var play = Play.withModel().says("I would rather not.");

        assertFails(play, "invalid_answer");

        assertEquals(6, play.asked().size(), "Each answer had one chance to be put right");
    }

    @Test
    void areKeptWithoutCharactersThatNoDatabaseStores() {
        var play = Play.withModel();
        var draft = Play.draft(
                Play.judgement("Delivery", 5, "2-" + play.interview, "I cut our deployment time"),
                Play.judgement("Collaboration", 3, "4-" + play.interview, "When two\0 of us disagreed"));
        play.says(draft).finalised();

        assertEquals("complete", play.updated().path("status").asText());
        evaluation(play).body("competencies[1].quotes[0].text", equalTo("When two of us disagreed"));
    }

    @Test
    void areWrittenWithoutAModelWhenTheCandidateSaidNothing() {
        var play = new Play("acme");
        play.dossier(Interviews.silent(play.interview.toString())).finalised();

        assertEquals("complete", play.updated().path("status").asText());

        assertEquals(0, play.asked().size());
        evaluation(play)
                .body("partial", equalTo(true))
                .body("reason", equalTo("insufficient_evidence"))
                .body("overall", nullValue())
                .body("model", nullValue())
                .body("competencies.score", everyItem(nullValue()))
                .body("strengths", empty());
    }

    @Test
    void dropWhatWasNeverSaid() {
        var play = Play.withModel();
        play.says(Play.draft(
                        Play.judgement("Delivery", 5, "2-" + play.interview, "I cut our deployment time"),
                        Play.judgement("Collaboration", 5, "2-" + play.interview, "Everybody loves me very much")))
                .finalised();
        play.updated();

        evaluation(play)
                .body("overall", equalTo(5.0f))
                .body("competencies[1].score", nullValue())
                .body("competencies[1].quotes", empty())
                .body("competencies[1].rationale", equalTo("Insufficient evidence in the transcript."));
    }

    @Test
    void arePartialWhenTheModelLeavesACompetencyOutTwice() {
        var play = Play.withModel();
        play.says(Play.draft(Play.judgement("Delivery", 5, "2-" + play.interview, "I cut our deployment time")))
                .finalised();

        assertEquals("partial", play.updated().path("status").asText());

        assertEquals(2, play.asked().size());
        evaluation(play)
                .body("status", equalTo("partial"))
                .body("partial", equalTo(true))
                .body("reason", equalTo("incomplete_answer"));
    }

    @Test
    void waitForADossierThatIsNotThereYet() {
        var play = new Play("acme");
        play.dossierStatus(409)
                .dossierStatus(503)
                .dossier(Interviews.good(play.interview.toString()))
                .says(play.goodDraft())
                .finalised();

        assertEquals("complete", play.updated().path("status").asText());
    }

    @Test
    void failWhenTheInterviewIsGone() {
        assertFails(new Play("acme").dossierStatus(404), "interview_gone");
    }

    @Test
    void failWhenTheDossierStaysAway() {
        assertFails(new Play("acme").dossierStatus(503), "dossier_unavailable");
    }

    @Test
    @DisplayName("are written from the version they are of, though there is a newer one")
    void areWrittenFromTheirVersion() {
        var play = new Play("acme");
        var first = Interviews.good(play.interview.toString());
        play.dossier(new Dossier(2, "en", first.position(), List.of()))
                .dossier(first)
                .says(play.goodDraft())
                .finalised();

        assertEquals("complete", play.updated().path("status").asText());
        evaluation(play).body("finalVersion", equalTo(1)).body("overall", equalTo(4.5f));
    }

    private static void assertFails(Play play, String reason) {
        play.finalised();

        assertEquals("failed", play.updated().path("status").asText());
        evaluation(play)
                .body("status", equalTo("failed"))
                .body("reason", equalTo(reason))
                .body("competencies", empty());
    }

    private static ValidatableResponse evaluation(Play play) {
        return given().auth()
                .oauth2(clientBearer("session-service"))
                .queryParam("version", 1)
                .get("/internal/interviews/" + play.interview + "/evaluation")
                .then()
                .statusCode(200);
    }
}
