package dev.colloquy.session.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.position.Competency;
import dev.colloquy.session.position.PositionSnapshot;
import dev.colloquy.session.transcript.Speaker;
import dev.colloquy.session.transcript.Transcript;
import dev.colloquy.session.transcript.TurnView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One final version of an interview, without the candidate's name or resume: it is judged by what was said. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DossierView(
        InterviewId interviewId,
        TenantId tenant,
        int finalVersion,
        @Nullable String transcriptHash,
        @Nullable String language,
        @Nullable JudgedFor position,
        List<Said> transcript,
        @Nullable Recording recording) {

    record JudgedFor(String title, String company, List<Competency> competencies) {

        static JudgedFor of(PositionSnapshot about) {
            return new JudgedFor(about.title(), about.company(), about.competencies());
        }
    }

    record Said(
            UUID entryId,
            Speaker speaker,
            String text,
            @Nullable Long startMs) {

        static Said of(TurnView turn) {
            return new Said(turn.entryId(), turn.speaker(), turn.text(), turn.startMs());
        }
    }

    record Recording(EgressStatus status, @Nullable String location) {}

    static DossierView of(Interview interview, Transcript transcript) {
        var about = interview.position;
        var recording = interview.recordingStatus;
        return new DossierView(
                interview.interviewId(),
                interview.tenantId(),
                interview.finalVersion,
                interview.transcriptHash,
                about == null ? null : about.language(),
                about == null ? null : JudgedFor.of(about),
                transcript.turns().stream().map(Said::of).toList(),
                recording == null ? null : new Recording(recording, interview.recordingLocation));
    }
}
