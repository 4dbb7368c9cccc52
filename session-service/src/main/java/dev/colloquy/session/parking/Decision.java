package dev.colloquy.session.parking;

import dev.colloquy.events.InterviewId;
import org.jspecify.annotations.Nullable;

/** What operators decided about a conversation: whose it is, or that it is none of those that fit. */
public record Decision(@Nullable InterviewId interview) {}
