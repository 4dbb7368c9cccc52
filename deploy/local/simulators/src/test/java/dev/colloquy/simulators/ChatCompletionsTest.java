package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers fit the given schema and are drawn from the given messages. */
class ChatCompletionsTest {

    private static final String REPORT_SCHEMA = """
            {"type":"object","additionalProperties":false,
             "required":["summary","overallScore","competencies","strengths","concerns","followUpQuestions"],
             "properties":{
              "summary":{"type":"string"},
              "overallScore":{"type":"number","minimum":1,"maximum":5},
              "competencies":{"type":"array","items":{"$ref":"#/$defs/competency"}},
              "strengths":{"type":"array","items":{"type":"string"}},
              "concerns":{"type":"array","items":{"type":"string"}},
              "followUpQuestions":{"type":"array","items":{"type":"string"}}},
             "$defs":{"competency":{"type":"object","additionalProperties":false,
              "required":["name","score","rationale","quotes"],
              "properties":{"name":{"type":"string"},"score":{"type":"integer","minimum":1,"maximum":5},
               "rationale":{"type":"string"},
               "quotes":{"type":"array","items":{"type":"object","additionalProperties":false,
                "required":["entryId","text"],
                "properties":{"entryId":{"type":"string"},"text":{"type":"string"}}}}}}}}""";

    private static final String PROMPT = """
            Position: Backend engineer
            Competencies to judge:
            - Payment systems (weight 3): designs reliable payment services with transactions
            - Leadership (weight 1): led a team
            - Embroidery: stitches beautifully

            Transcript:
            [e1] interviewer: Tell me about a project.
            [e2] candidate: I designed a payment service. It processed two million transactions a day.
            [e3] interviewer: And the team?
            [e4] candidate: I led a team of 4 engineers.
            """;

    private static RunningSimulators simulators;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @AfterEach
    void disarm() {
        simulators.control("DELETE", "/faults", new JsonObject());
    }

    @Test
    @DisplayName("providers 3.4: an interview is judged with verbatim quotes in the given schema")
    void judgesAnInterviewWithVerbatimQuotesInTheGivenSchema() {
        String content = content(ask(request(PROMPT, strict(REPORT_SCHEMA))));
        assertFits(REPORT_SCHEMA, content);
        JsonArray competencies = new JsonObject(content).getJsonArray("competencies");
        assertEquals(3, competencies.size());
        JsonObject payments = competencies.getJsonObject(0);
        assertEquals("Payment systems", payments.getString("name"));
        for (Object each : payments.getJsonArray("quotes")) {
            JsonObject quote = (JsonObject) each;
            String line = PROMPT.lines()
                    .filter(one -> one.startsWith("[" + quote.getString("entryId") + "] candidate:"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(line.contains(quote.getString("text")));
        }
        assertTrue(payments.getInteger("score") > 3);
        JsonObject embroidery = competencies.getJsonObject(2);
        assertEquals(1, embroidery.getInteger("score"));
        assertTrue(embroidery.getJsonArray("quotes").isEmpty());
        assertEquals(JsonArray.of("Little evidence of Embroidery."), new JsonObject(content).getJsonArray("concerns"));
    }

    @Test
    void givesTheSameAnswerToTheSameQuestion() {
        JsonObject request = request(PROMPT, strict(REPORT_SCHEMA));
        assertEquals(content(ask(request)), content(ask(request)));
    }

    @Test
    void fillsAnyOtherSchemaFromWhatTheUserSaid() {
        String schema = """
                {"type":"object","additionalProperties":false,"required":["title","kind","level","done","tags","note"],
                 "properties":{"title":{"type":"string","maxLength":12},"kind":{"type":"string","enum":["b","a"]},
                 "level":{"type":"integer","minimum":3,"maximum":9},"done":{"type":"boolean"},
                 "tags":{"type":"array","items":{"type":"string"},"minItems":2},
                 "note":{"anyOf":[{"type":"null"},{"type":"string"}]}}}""";
        String content = content(ask(request("First sentence here. Second one.", strict(schema))));
        assertFits(schema, content);
        assertEquals("First senten", new JsonObject(content).getString("title"));
    }

    @Test
    void findsTheSchemaInThePromptWhenTheFormatDoesNotCarryIt() {
        JsonObject jsonObject = new JsonObject().put("type", "json_object");
        String prompt = PROMPT + "Answer as JSON that fits this schema: " + REPORT_SCHEMA;
        assertFits(REPORT_SCHEMA, content(ask(request(prompt, jsonObject))));
        assertFits(REPORT_SCHEMA, content(ask(request(prompt, new JsonObject().put("type", "text")))));
        assertEquals(400, send(request("Hello", jsonObject), null).statusCode());
    }

    @Test
    void echoesTheModelAndCountsTokens() {
        JsonObject completion = ask(request("Hello there.", new JsonObject().put("type", "text")));
        assertEquals("test-model", completion.getString("model"));
        assertEquals("chat.completion", completion.getString("object"));
        JsonObject usage = completion.getJsonObject("usage");
        assertEquals(
                usage.getInteger("total_tokens"),
                usage.getInteger("prompt_tokens") + usage.getInteger("completion_tokens"));
        assertEquals("stop", choice(completion).getString("finish_reason"));
        assertNull(choice(completion).getJsonObject("message").getString("refusal"));
    }

    @Test
    @DisplayName("providers 3.4: a strict schema is closed and has every property required")
    void refusesASchemaThatIsNotStrict() {
        HttpResponse<String> open = send(
                request(PROMPT, strict("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}")), null);
        assertEquals(400, open.statusCode());
        assertTrue(open.body().contains("additionalProperties"));
        HttpResponse<String> optional = send(
                request(
                        PROMPT,
                        strict("{\"type\":\"object\",\"additionalProperties\":false,"
                                + "\"properties\":{\"a\":{\"type\":\"string\"}}}")),
                null);
        assertTrue(optional.body().contains("Missing 'a'"));
    }

    @Test
    void failsRefusesOrBreaksOffAsArmed() {
        JsonObject request = request(PROMPT, strict(REPORT_SCHEMA));
        simulators.arm("openai.chat", "status", Map.of("status", 429, "times", 2));
        assertEquals(429, send(request, null).statusCode());
        assertEquals(429, send(request, null).statusCode());
        assertEquals(200, send(request, null).statusCode());
        assertEquals(500, send(request, "500").statusCode());
        JsonObject refused = choice(new JsonObject(send(request, "refusal").body()));
        assertNull(refused.getJsonObject("message").getString("content"));
        assertNotNull(refused.getJsonObject("message").getString("refusal"));
        JsonObject cut = choice(new JsonObject(send(request, "length").body()));
        assertEquals("length", cut.getString("finish_reason"));
        String half = cut.getJsonObject("message").getString("content");
        assertThrows(DecodeException.class, () -> new JsonObject(half));
    }

    @Test
    void refusesWhatGoesBeyondTheRateLimitAndSaysHowLongToWait() {
        try (RunningSimulators slow = RunningSimulators.start(Map.of("OPENAI_REQUESTS_PER_MINUTE", "1"))) {
            JsonObject request = request("Hello there.", new JsonObject().put("type", "text"));
            assertEquals(200, slow.send(call(slow, request)).statusCode());
            HttpResponse<String> refused = slow.send(call(slow, request));
            assertEquals(429, refused.statusCode());
            assertTrue(refused.body().contains("rate_limit_exceeded"));
            int wait =
                    Integer.parseInt(refused.headers().firstValue("retry-after").orElseThrow());
            assertTrue(wait > 50 && wait <= 60, "waits " + wait);
        }
    }

    @Test
    @DisplayName("providers 3.4: an answer of another schema than asked for is possible")
    void breaksTheSchemaWhenAsked() {
        JsonObject wrong = new JsonObject(
                send(request(PROMPT, strict(REPORT_SCHEMA)), "wrongSchema").body());
        assertEquals(Set.of("unexpected"), new JsonObject(content(wrong)).fieldNames());
    }

    @Test
    @DisplayName(
            "P2, providers 3.4: a model may refuse json_schema, then json_object, and follow a schema in the prompt")
    void refusesTheFormatsItCannotDo() {
        set("plain-model", "refused", "refused");
        String prompt = PROMPT + "Answer as JSON that fits this schema: " + REPORT_SCHEMA;
        for (JsonObject format : List.of(strict(REPORT_SCHEMA), new JsonObject().put("type", "json_object"))) {
            HttpResponse<String> refused = send(request(prompt, format).put("model", "plain-model"), null);
            assertEquals(400, refused.statusCode());
            JsonObject error = new JsonObject(refused.body()).getJsonObject("error");
            assertEquals("invalid_request_error", error.getString("type"));
            assertEquals("response_format", error.getString("param"));
            assertTrue(error.getString("message").contains("is not supported with this model"));
        }
        JsonObject plain = request(prompt, new JsonObject().put("type", "text")).put("model", "plain-model");
        assertFits(REPORT_SCHEMA, content(ask(plain)));
        assertEquals(200, send(request(prompt, strict(REPORT_SCHEMA)), null).statusCode());
    }

    @Test
    @DisplayName(
            "P2, providers 3.4: a model may overlook the format: the answer is prose, unless the prompt asks for JSON")
    void overlooksTheFormat() {
        set("deaf-model", "ignored", "ignored");
        String prose = content(ask(request(PROMPT, strict(REPORT_SCHEMA)).put("model", "deaf-model")));
        assertThrows(DecodeException.class, () -> new JsonObject(prose));
        String prompt = PROMPT + "Answer as JSON that fits this schema: " + REPORT_SCHEMA;
        JsonObject asked =
                request(prompt, new JsonObject().put("type", "json_object")).put("model", "deaf-model");
        assertFits(REPORT_SCHEMA, content(ask(asked)));
    }

    @Test
    void namesTheFieldOfAModelItRefuses() {
        for (JsonObject wanted :
                List.of(new JsonObject().put("xml", "refused"), new JsonObject().put("json_schema", "no"))) {
            HttpResponse<String> refused = simulators.control("PUT", "/openai/models/m", wanted);
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains(wanted.fieldNames().iterator().next()), refused.body());
        }
    }

    @Test
    @DisplayName("R11: a status that is armed comes with the type of error it stands for")
    void blamesWhoIsToBlame() {
        JsonObject request = request("Hello there.", new JsonObject().put("type", "text"));
        for (int status : List.of(400, 401, 403, 404, 409, 422)) {
            assertEquals("invalid_request_error", errorType(request, status));
        }
        for (int status : List.of(500, 502, 503)) {
            assertEquals("server_error", errorType(request, status));
        }
        assertEquals("requests", errorType(request, 429));
    }

    private static String errorType(JsonObject request, int status) {
        HttpResponse<String> refused = send(request, String.valueOf(status));
        assertEquals(status, refused.statusCode());
        return new JsonObject(refused.body()).getJsonObject("error").getString("type");
    }

    private static void set(String model, String schema, String object) {
        JsonObject formats = new JsonObject().put("json_schema", schema).put("json_object", object);
        HttpResponse<String> set = simulators.control("PUT", "/openai/models/" + model, formats);
        assertEquals(formats.put("model", model), new JsonObject(set.body()));
    }

    private static void assertFits(String schema, String content) {
        var problems = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(content, InputFormat.JSON);
        assertTrue(problems.isEmpty(), () -> problems + " in " + content);
    }

    private static JsonObject strict(String schema) {
        JsonObject named =
                new JsonObject().put("name", "report").put("strict", true).put("schema", new JsonObject(schema));
        return new JsonObject().put("type", "json_schema").put("json_schema", named);
    }

    private static JsonObject request(String prompt, JsonObject format) {
        return new JsonObject()
                .put("model", "test-model")
                .put(
                        "messages",
                        JsonArray.of(new JsonObject().put("role", "user").put("content", prompt)))
                .put("response_format", format);
    }

    private static JsonObject ask(JsonObject request) {
        HttpResponse<String> answer = send(request, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    private static HttpResponse<String> send(JsonObject body, String fault) {
        var request = call(simulators, body);
        return simulators.send(fault == null ? request : request.header("X-Simulate-Fault", fault));
    }

    private static HttpRequest.Builder call(RunningSimulators called, JsonObject body) {
        return called.request("/v1/chat/completions")
                .header("Authorization", "Bearer " + RunningSimulators.OPENAI_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode()));
    }

    private static JsonObject choice(JsonObject completion) {
        return completion.getJsonArray("choices").getJsonObject(0);
    }

    private static String content(JsonObject completion) {
        return choice(completion).getJsonObject("message").getString("content");
    }
}
