package dev.colloquy.webhooks.load;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import dev.colloquy.webhooks.load.Webhook.Meaning;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** What providers tell of many interviews at a time, and of each in any order. */
final class Facts {

    private static final int INTERVIEWS = 40;

    private final LiveKit liveKit;
    private final ElevenLabs elevenLabs;
    private final Random random;
    private final List<List<Supplier<Webhook>>> open = new ArrayList<>();

    Facts(Clock clock, Random random) {
        this.liveKit = new LiveKit(clock);
        this.elevenLabs = new ElevenLabs(clock);
        this.random = random;
    }

    /** The next one, of any interview; signed now. */
    Webhook next() {
        while (open.size() < INTERVIEWS) {
            open.add(interview());
        }
        return take();
    }

    /** What is missing of the interviews that have begun. */
    List<Webhook> rest() {
        var rest = new ArrayList<Webhook>();
        while (!open.isEmpty()) {
            rest.add(take());
        }
        return rest;
    }

    /** One that nobody has sent. */
    Webhook unsent() {
        return random.nextInt(3) == 0 ? elevenLabs.transcription() : recorded(newInterview());
    }

    Webhook recorded(InterviewId interview) {
        return liveKit.event("egress_ended", Meaning.TOLD, LiveKit.egress(interview.roomName(), "EGRESS_COMPLETE"));
    }

    static InterviewId newInterview() {
        return new InterviewId(Generators.timeBasedEpochGenerator().generate());
    }

    private Webhook take() {
        int at = random.nextInt(open.size());
        var facts = open.get(at);
        var fact = facts.removeLast();
        if (facts.isEmpty()) {
            open.remove(at);
        }
        return fact.get();
    }

    private List<Supplier<Webhook>> interview() {
        var id = newInterview();
        var room = id.roomName();
        var facts = new ArrayList<Supplier<Webhook>>(List.of(
                () -> liveKit.event("room_started", Meaning.STORED, LiveKit.room(room)),
                () -> liveKit.event("egress_started", Meaning.STORED, LiveKit.egress(room, "EGRESS_ACTIVE")),
                () -> liveKit.event("room_finished", Meaning.TOLD, LiveKit.room(room)),
                () -> recorded(id),
                elevenLabs::transcription,
                () -> liveKit.event(
                        "participant_joined",
                        Meaning.STORED,
                        LiveKit.participant("lobby-" + id, "PA_" + id, "candidate-1", "STANDARD"))));
        facts.addAll(visit(room, "PA_" + UUID.randomUUID(), "candidate-" + UUID.randomUUID(), "STANDARD"));
        facts.addAll(visit(room, "PA_" + UUID.randomUUID(), "agent-" + UUID.randomUUID(), "AGENT"));
        Collections.shuffle(facts, random);
        return facts;
    }

    private List<Supplier<Webhook>> visit(String room, String sid, String identity, String kind) {
        var participant = LiveKit.participant(room, sid, identity, kind);
        return List.of(
                () -> liveKit.event("participant_joined", Meaning.TOLD, participant),
                () -> liveKit.event("participant_left", Meaning.TOLD, participant));
    }
}
