package dev.colloquy.report.evaluator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Reads text without NUL, which PostgreSQL cannot store. */
final class Storable extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    Storable() {
        super(String.class);
    }

    static String text(String text) {
        return text.replace("\0", "");
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return text(StringDeserializer.instance.deserialize(parser, context));
    }
}
