package dev.colloquy.simulators.script;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Picks among several wordings: seed 0 the first of each, any other seed always the same ones. */
public final class Wording {

    private final boolean first;
    private final RandomGenerator random;

    public Wording(long seed) {
        this.first = seed == 0;
        this.random = new Random(seed);
    }

    public String of(List<String> wordings) {
        return first ? wordings.getFirst() : Candidate.any(wordings, random);
    }

    RandomGenerator random() {
        return random;
    }
}
