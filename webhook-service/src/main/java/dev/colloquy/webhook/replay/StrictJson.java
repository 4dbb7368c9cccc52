package dev.colloquy.webhook.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/** Refuses fields it does not know: a condition that is misspelt would otherwise be no condition. */
public class StrictJson implements BiFunction<ObjectMapper, Type, ObjectReader> {

    @Override
    public ObjectReader apply(ObjectMapper mapper, Type type) {
        return mapper.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
