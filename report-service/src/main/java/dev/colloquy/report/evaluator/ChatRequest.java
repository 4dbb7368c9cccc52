package dev.colloquy.report.evaluator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields every compatible server knows; settings that some models refuse, such as temperature, are left alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatRequest(
        String model,
        List<Message> messages,
        @JsonProperty("response_format") @Nullable Map<String, Object> responseFormat) {

    record Message(String role, String content) {

        static Message system(String content) {
            return new Message("system", content);
        }

        static Message user(String content) {
            return new Message("user", content);
        }

        static Message assistant(String content) {
            return new Message("assistant", content);
        }
    }

    static Map<String, Object> strict(JsonNode schema) {
        return Map.of(
                "type", "json_schema", "json_schema", Map.of("name", "evaluation", "strict", true, "schema", schema));
    }

    static Map<String, Object> jsonObject() {
        return Map.of("type", "json_object");
    }
}
