package dev.colloquy.simulators.runtime;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Ids in the providers' manner: a prefix and random letters and digits. */
public final class Ids {

    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public String next(String prefix, int length) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining("", prefix, ""));
    }
}
