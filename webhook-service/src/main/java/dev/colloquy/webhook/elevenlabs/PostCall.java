package dev.colloquy.webhook.elevenlabs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.colloquy.webhook.body.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A body of ElevenLabs' that may be larger than memory: all but its sound is read into it, and the sound to elsewhere. */
final class PostCall {

    /** Beside its sound a large body has a few ids; one with more is not of the kind that may be large. */
    private static final ObjectMapper FEW_WORDS = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxTokenCount(1000)
                    .maxStringLength(10_000)
                    .build())
            .build());

    private static final ObjectMapper MANY_WORDS = new JsonMapper();

    private static final String DATA = "data";
    private static final String SOUND = "full_audio";

    private final Spool body;
    private final ObjectMapper json;

    PostCall(Spool body, boolean large) {
        this.body = body;
        this.json = large ? FEW_WORDS : MANY_WORDS;
    }

    /** What came of decoding the sound. */
    enum Decoded {
        WHOLE,
        /** There is none, or nothing that could be one. */
        NONE,
        /** Not base64. */
        BROKEN
    }

    /** The event without its sound; missing when it is not JSON, or has too many words. */
    ElevenLabsEvent event() {
        try (var parser = new FilteringParserDelegate(
                json.createParser(body.open()), new ButTheSound(), Inclusion.INCLUDE_ALL_AND_PATH, true)) {
            return new ElevenLabsEvent(
                    Objects.requireNonNullElse(json.<JsonNode>readTree(parser), MissingNode.getInstance()));
        } catch (JsonProcessingException _) {
            return new ElevenLabsEvent(MissingNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Decoded decodeSound(OutputStream sink) {
        var place = new JsonPointerBasedFilter("/" + DATA + "/" + SOUND);
        try (var parser =
                new FilteringParserDelegate(json.createParser(body.open()), place, Inclusion.ONLY_INCLUDE_ALL, false)) {
            var isText = parser.nextToken() == JsonToken.VALUE_STRING;
            return isText && parser.readBinaryValue(sink) > 0 ? Decoded.WHOLE : Decoded.NONE;
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Decoded.BROKEN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the sound out, which is then not even looked at. */
    private static final class ButTheSound extends TokenFilter {

        @Override
        public TokenFilter includeProperty(String name) {
            return name.equals(DATA) ? new ButTheSoundOfIt() : TokenFilter.INCLUDE_ALL;
        }
    }

    private static final class ButTheSoundOfIt extends TokenFilter {

        @Override
        @SuppressWarnings("NullAway")
        public TokenFilter includeProperty(String name) {
            return name.equals(SOUND) ? null : TokenFilter.INCLUDE_ALL;
        }
    }
}
