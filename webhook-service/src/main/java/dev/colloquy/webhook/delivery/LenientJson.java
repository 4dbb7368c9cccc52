package dev.colloquy.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;

/** Reads what providers send without insisting on anything: fields may be absent, null, new, or of another type. */
public final class LenientJson {

    private LenientJson() {}

    /** A missing node when the bytes are not JSON. */
    public static JsonNode read(ObjectMapper mapper, byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be read", e);
        }
    }

    /** Nothing when the field is absent, null or empty, as protojson leaves out what is empty. */
    public static Optional<String> text(JsonNode field) {
        return Optional.of(field.asText("")).filter(text -> !text.isEmpty());
    }
}
