package dev.colloquy.session.live;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.InterviewView;
import dev.colloquy.session.interview.NewInterview;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.results.ResultsView;
import dev.colloquy.session.results.StandingView;
import dev.colloquy.session.transcript.Speaker;
import dev.colloquy.session.transcript.TranscriptEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Pictures of an interview that nobody held. */
final class Pictures {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");
    private static final UUID ID = UUID.fromString("01935d2e-7c00-7000-8000-0000000000aa");

    private Pictures() {}

    static LivePicture of(String tag, List<TranscriptEntry> told) {
        var interview =
                NewInterview.booked(new InterviewId(ID), new TenantId("acme"), ID, Provider.LIVEKIT, BEGIN, BEGIN);
        var metadata = new ResultsView.Metadata(false, 0, List.of());
        return LivePicture.of(tag, new StandingView(InterviewView.of(interview), null, metadata), told);
    }

    static TranscriptEntry entry(Witness source, int key, int revision, long change, long second) {
        return new TranscriptEntry(
                UUID.nameUUIDFromBytes((source + "/" + key).getBytes(StandardCharsets.UTF_8)),
                source,
                String.valueOf(key),
                null,
                revision,
                change,
                Speaker.AI,
                "turn " + key + "." + revision,
                BEGIN.plusSeconds(second),
                null,
                null,
                false);
    }
}
