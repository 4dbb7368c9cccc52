package dev.colloquy.session.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.EndedBy;
import dev.colloquy.session.ledger.Course.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.Label;

class StateMachineTest {

    private static final Path DIAGRAM = Path.of("src/main/java/dev/colloquy/session/ledger/README.md");
    private static final Pattern ARROW = Pattern.compile("^ +(\\w+) --> (\\w+): .+$");
    private static final int HISTORIES = 2000;
    private static final Comparator<Transition> ORDER =
            Comparator.comparing(Transition::from).thenComparing(Transition::to);

    @Example
    @Label("S10: the drawn state machine is the one that generated histories walk through")
    void isDrawnAsItIs() throws IOException {
        assertEquals(sorted(walked()), sorted(drawn()));
    }

    private static Set<Transition> walked() {
        var random = new Random(20260301);
        var histories = Histories.any().generator(HISTORIES);
        var walked = new HashSet<Transition>();
        for (var number = 0; number < HISTORIES; number++) {
            walked.addAll(walk(histories.next(random).value(), random).transitions());
        }
        return walked;
    }

    /** Deadlines pass meanwhile, all of them in the end, and then something is told too late. */
    private static Course walk(List<RecordedFact> history, Random random) {
        var course = new Course();
        for (var fact : history) {
            course.tell(fact);
            if (random.nextInt(8) == 0) {
                course.giveUpNext();
            }
        }
        course.giveUp();
        course.tell(late(random));
        course.tell(late(random));
        return course;
    }

    private static RecordedFact late(Random random) {
        var at = Histories.second(random.nextInt(200_000));
        var facts = List.of(
                new Fact.Scheduled(at, at.plusSeconds(3600)),
                new Fact.CandidateConnected("PA_8"),
                new Fact.AgentConnected("PA_9"),
                new Fact.TranscriptCompleted(),
                new Fact.Cancelled(),
                new Fact.EndRequested(EndedBy.OPERATOR));
        return new RecordedFact(facts.get(random.nextInt(facts.size())), Witness.LIVEKIT, "late", at);
    }

    private static Set<Transition> drawn() throws IOException {
        try (var lines = Files.lines(DIAGRAM)) {
            return lines.map(ARROW::matcher)
                    .filter(arrow -> arrow.matches())
                    .map(arrow -> new Transition(status(arrow.group(1)), status(arrow.group(2))))
                    .collect(Collectors.toSet());
        }
    }

    private static InterviewStatus status(String word) {
        return InterviewStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> sorted(Set<Transition> transitions) {
        var sorted = new TreeSet<>(ORDER);
        sorted.addAll(transitions);
        return sorted.stream().map(Transition::toString).toList();
    }
}
