package dev.colloquy.session.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.session.interview.InterviewView;
import org.jspecify.annotations.Nullable;

/** How an interview stands, with its evaluation as far as there is one; its results without the transcript. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StandingView(
        InterviewView interview, @Nullable JsonNode evaluation, ResultsView.Metadata metadata) {}
