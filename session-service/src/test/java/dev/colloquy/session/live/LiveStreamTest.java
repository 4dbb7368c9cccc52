package dev.colloquy.session.live;

import static dev.colloquy.session.live.Pictures.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.transcript.TranscriptEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    @Test
    @DisplayName("S13: a reader who is slow is shown fewer pictures; nothing piles up for him")
    void keepsNothingForASlowReader() {
        var sink = new FakeSink(true);
        var stream = stream(sink);
        stream.open();
        var told = new ArrayList<TranscriptEntry>();
        for (var change = 1; change <= 500; change++) {
            told.add(entry(Witness.AGENT, change, 0, change, change));
            stream.show(Pictures.of("1." + change, List.copyOf(told)));
        }
        sink.read();
        assertEquals(List.of("snapshot", "transcript"), sink.names());
        assertTrue(sink.data().getLast().contains("turn 500.0"));
    }

    @Test
    void saysWhyItEndsBehindWhatIsBeingWritten() {
        var sink = new FakeSink(true);
        var stream = stream(sink);
        var closings = new AtomicInteger();
        stream.onClose(closings::incrementAndGet);
        stream.open();
        stream.show(Pictures.of("1.0", List.of()));
        sink.read();
        stream.end("stopping");
        stream.end("bearer_expired");
        stream.show(Pictures.of("2.0", List.of()));
        assertFalse(sink.isClosed());
        sink.read();
        assertEquals(List.of("snapshot", "end"), sink.names());
        assertEquals("{\"reason\":\"stopping\"}", sink.data().getLast());
        assertTrue(sink.isClosed());
        assertEquals(1, closings.get());
    }

    @Test
    @DisplayName(
            "S13: a stream on which nothing happens shows that it is alive; one that is being written to does anyway")
    void beats() {
        var quick = new FakeSink(false);
        var stream = stream(quick);
        stream.open();
        stream.beat();
        stream.beat();
        assertEquals(3, quick.comments());
        var slow = new FakeSink(true);
        var waiting = stream(slow);
        waiting.open();
        waiting.beat();
        assertEquals(1, slow.comments());
    }

    @Test
    void writesNothingToAReaderWhoHasGone() {
        var sink = new FakeSink(false);
        var stream = stream(sink);
        var closings = new AtomicInteger();
        stream.onClose(closings::incrementAndGet);
        stream.open();
        stream.gone();
        stream.show(Pictures.of("1.0", List.of()));
        stream.beat();
        stream.end("stopping");
        assertEquals(List.of(), sink.names());
        assertEquals(1, closings.get());
    }

    private static LiveStream stream(FakeSink sink) {
        return new LiveStream(
                sink, new SseImpl(), JsonMapper.builder().findAndAddModules().build(), null);
    }
}
