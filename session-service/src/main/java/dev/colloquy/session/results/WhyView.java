package dev.colloquy.session.results;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.InterviewStatus;
import java.util.List;

/** How an interview came to its status, one sentence per fact. */
record WhyView(InterviewId interviewId, InterviewStatus status, List<String> story) {}
