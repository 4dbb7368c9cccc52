package dev.colloquy.session.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.session.interview.InterviewView;
import dev.colloquy.session.transcript.TurnView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interview, its evaluation as far as there is one, and what is still awaited. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ResultsView(TranscribedInterview interview, @Nullable JsonNode evaluation, Metadata metadata) {

    record TranscribedInterview(@JsonUnwrapped InterviewView interview, List<TurnView> transcript) {}

    record Metadata(boolean transcriptFinal, int finalVersion, List<Awaited> awaiting) {}
}
