package dev.colloquy.session.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.position.Competency;
import dev.colloquy.session.position.PositionSnapshot;
import dev.colloquy.session.transcript.Speaker;
import dev.colloquy.session.transcript.TurnView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One final version of an interview, without the candidate's name or resume: it is judged by what was said. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DossierView(
        InterviewId interviewId,
        TenantId tenant,
        int finalVersion,
        String transcriptHash,
        Instant finalisedAt,
        @Nullable String language,
        @Nullable JudgedFor position,
        List<Said> transcript,
        FinalVersion.@Nullable Recording recording) {

    record JudgedFor(String title, String company, List<Competency> competencies) {

        static JudgedFor of(PositionSnapshot about) {
            return new JudgedFor(about.title(), about.company(), about.competencies());
        }
    }

    record Said(
            UUID entryId,
            Speaker speaker,
            String text,
            @Nullable Long startMs,
            Witness source) {

        static Said of(TurnView turn) {
            return new Said(turn.entryId(), turn.speaker(), turn.text(), turn.startMs(), turn.source());
        }
    }

    static DossierView of(Interview interview, FinalVersion version) {
        var about = interview.position;
        return new DossierView(
                interview.interviewId(),
                interview.tenantId(),
                version.version(),
                version.transcriptHash(),
                version.finalisedAt(),
                about == null ? null : about.language(),
                about == null ? null : JudgedFor.of(about),
                version.turns().stream().map(Said::of).toList(),
                version.recording());
    }
}
