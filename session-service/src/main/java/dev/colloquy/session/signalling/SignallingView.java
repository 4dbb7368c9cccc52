package dev.colloquy.session.signalling;

import dev.colloquy.events.InterviewId;
import java.time.Instant;
import java.util.List;

/** What is known of how an interview's calls were set up, in order. */
record SignallingView(InterviewId interviewId, List<Seen> signals) {

    record Seen(Signal.Kind kind, String content, Instant toldAt) {}
}
