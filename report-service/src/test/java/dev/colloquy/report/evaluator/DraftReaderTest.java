package dev.colloquy.report.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.report.Interviews;
import dev.colloquy.report.dossier.Dossier;
import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P2 What the model wrote")
class DraftReaderTest {

    private static final Dossier DOSSIER = Interviews.good("a");
    private static final String COMPLETE = """
            {"summary":"Good.","competencies":[
              {"name":"Delivery","score":4,"rationale":"Fast.","quotes":[{"entryId":"2-a","text":"I cut"}]},
              {"name":"Collaboration","score":null,"rationale":"Nothing.","quotes":[]}],
             "strengths":["Fast"],"concerns":[],"followUps":["Why?"]}""";

    private final DraftReader drafts = new DraftReader(
            new ObjectMapper(), Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Here it is:\n```json\n%s\n```\nAnything else?", "\ufeff %s\n\n"})
    void isReadWithWhateverStandsAroundIt(String pattern) {
        var reading = drafts.read(pattern.formatted(COMPLETE), DOSSIER);

        assertEquals(List.of(), reading.problems());
        assertEquals(4, reading.draft().orElseThrow().competencies().getFirst().score());
    }

    @Test
    void isReadWithoutCharactersThatNoDatabaseStores() {
        var reading = drafts.read(COMPLETE.replace("Good.", "Go\\u0000od\0."), DOSSIER);

        assertEquals("Good.", reading.draft().orElseThrow().summary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{", "}{", "[]", "{\"summary\":", "{\"summary\":[]}", "{} {}"})
    void isNotReadWhenItIsNotOneObject(String answer) {
        var reading = drafts.read(answer, DOSSIER);

        assertTrue(reading.draft().isEmpty());
        assertFalse(reading.problems().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"score\":4 | \"score\":6 | competencies[0].score",
                "\"score\":4 | \"score\":0 | competencies[0].score",
                "\"score\":4 | \"score\":4.5 | the answer",
                "\"score\":4 | \"score\":\"high\" | the answer",
                "\"Good.\" | \" \" | summary",
                "\"rationale\":\"Fast.\", | '' | competencies[0].rationale",
                "\"entryId\":\"2-a\" | \"entryId\":null | competencies[0].quotes[0].entryId",
                ",\"quotes\":[]} | ,\"quotes\":null} | competencies[1].quotes",
                "[\"Fast\"] | null | strengths",
                "\"Collaboration\" | \"Cooperation\" | the competency \"Collaboration\" is missing"
            })
    void isToldWhatToPutRight(String good, String bad, String problem) {
        var reading = drafts.read(COMPLETE.replace(good, bad), DOSSIER);

        assertEquals(1, reading.problems().size(), reading.problems().toString());
        assertTrue(
                reading.problems().getFirst().startsWith(problem),
                reading.problems().toString());
    }
}
