package dev.colloquy.gateway.sideband;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.gateway.transcript.Entry;
import dev.colloquy.gateway.transcript.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R3: turns of a call")
class TurnsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Turns turns = new Turns();
    private final List<Entry> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    @DisplayName("the candidate's words come after the answer to them, and still stand before it")
    void ordersByTheChainOfItems() {
        hear("{'type':'input_audio_buffer.speech_started','audio_start_ms':1200,'item_id':'c1'}");
        hear("{'type':'input_audio_buffer.committed','previous_item_id':null,'item_id':'c1'}");
        hear("{'type':'conversation.item.added','previous_item_id':'c1','item':{'id':'a1','role':'assistant'}}");
        hear("{'type':'response.output_audio_transcript.done','item_id':'a1','transcript':'Tell me more.'}");
        hear(
                "{'type':'conversation.item.input_audio_transcription.completed','item_id':'c1','transcript':'I am Zoe.'}");

        assertEquals(List.of("Tell me more.", "I am Zoe."), texts());
        assertEquals("c1", told.get(0).previousItemId());
        assertEquals(Speaker.AI, told.get(0).speaker());
        assertEquals(Speaker.CANDIDATE, told.get(1).speaker());
        assertEquals(1200L, told.get(1).startMs());
        assertNull(told.get(1).previousItemId());
        assertTrue(told.get(1).timestamp().isBefore(told.get(0).timestamp()));
    }

    @Test
    @DisplayName("an interviewer who is cut off has said what was heard, whichever is told first")
    void cutsWhatWasNotHeard() {
        hear("{'type':'response.output_audio_transcript.done','item_id':'a1','transcript':'%s'}".formatted(LONG));
        hear("{'type':'conversation.item.truncated','item_id':'a1','audio_end_ms':1000}");
        hear("{'type':'conversation.item.truncated','item_id':'a2','audio_end_ms':1000}");
        hear("{'type':'response.output_audio_transcript.done','item_id':'a2','transcript':'%s'}".formatted(LONG));

        assertEquals(List.of(LONG, "One two three", "One two three"), texts());
        assertEquals(List.of(0, 1, 0), told.stream().map(Entry::revision).toList());
        assertTrue(told.get(1).interrupted());
        assertTrue(told.get(2).interrupted());
    }

    @Test
    void tellsNothingOfWhatNobodyHeard() {
        hear("{'type':'conversation.item.truncated','item_id':'a1','audio_end_ms':0}");
        hear("{'type':'response.output_audio_transcript.done','item_id':'a1','transcript':'%s'}".formatted(LONG));
        hear("{'type':'conversation.item.input_audio_transcription.completed','item_id':'c1','transcript':' '}");
        assertEquals(List.of(), told);
    }

    @Test
    @DisplayName("words that cannot be made out are not left out")
    void tellsThatSomethingWasSaid() {
        hear("{'type':'input_audio_buffer.committed','item_id':'c1'}");
        hear("{'type':'conversation.item.input_audio_transcription.failed','item_id':'c1'}");
        assertEquals(List.of("[inaudible]"), texts());
    }

    @Test
    @DisplayName("R5: the beta interface's names are understood, and typed answers")
    void understandsOldNames() {
        hear("{'type':'conversation.item.created','previous_item_id':'','item':{'id':'c1','role':'user',"
                + "'content':[{'type':'input_text','text':'Hello'}]}}");
        hear("{'type':'response.audio_transcript.done','item_id':'a1','transcript':'Welcome'}");
        hear("{'type':'response.text.done','item_id':'a2','text':'Written'}");
        assertEquals(List.of("Hello", "Welcome", "Written"), texts());
    }

    @Test
    @DisplayName("calls of tools are links of the chain, though nobody speaks them")
    void skipsWhatNobodySpeaks() {
        hear("{'type':'response.output_audio_transcript.done','item_id':'a1','transcript':'Goodbye'}");
        hear("{'type':'conversation.item.added','previous_item_id':'a1','item':{'id':'f1','type':'function_call'}}");
        hear("{'type':'input_audio_buffer.committed','previous_item_id':'f1','item_id':'c1'}");
        hear("{'type':'conversation.item.input_audio_transcription.completed','item_id':'c1','transcript':'Bye'}");
        assertEquals("a1", told.getLast().previousItemId());
    }

    @Test
    void tellsNothingTwice() {
        var done = "{'type':'response.output_audio_transcript.done','item_id':'a1','transcript':'Welcome'}";
        hear(done);
        hear(done);
        hear("{'type':'conversation.item.done','item':{'id':'a1','role':'assistant'}}");
        hear("{'type':'rate_limits.updated'}");
        hear("{}");
        assertEquals(1, told.size());
    }

    private static final String LONG = "One two three four five six seven eight nine ten";

    private void hear(String event) {
        now = now.plusSeconds(1);
        try {
            turns.hear(JSON.readTree(event.replace('\'', '"')), now).ifPresent(told::add);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event, e);
        }
    }

    private List<String> texts() {
        return told.stream().map(Entry::text).toList();
    }
}
