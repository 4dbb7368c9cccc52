package dev.colloquy.session.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.session.interview.InterviewView;
import dev.colloquy.session.transcript.Transcript;
import dev.colloquy.session.transcript.TurnView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interview, its evaluation as far as there is one, and what is still awaited. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResultsView(
        TranscribedInterview interview, @Nullable JsonNode evaluation, Metadata metadata) {

    static ResultsView of(StandingView standing, Transcript transcript) {
        return new ResultsView(
                new TranscribedInterview(standing.interview(), transcript.turns()),
                standing.evaluation(),
                standing.metadata());
    }

    public record TranscribedInterview(@JsonUnwrapped InterviewView interview, List<TurnView> transcript) {}

    public record Metadata(boolean transcriptFinal, int finalVersion, List<Awaited> awaiting) {}
}
