package dev.colloquy.access.refusal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one may stand for. */
final class NearestName {

    private static final int FARTHEST = 2;
    private static final int LONGEST = 50;

    private NearestName() {}

    static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= FARTHEST)
                .min(Comparator.comparing(candidate -> distance(name, candidate)));
    }

    /** How many letters to add, drop or change, whatever their case. */
    private static int distance(String one, String other) {
        var from = letters(one);
        var to = letters(other);
        var row = new int[to.length() + 1];
        for (var column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (var line = 1; line <= from.length(); line++) {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column < row.length; column++) {
                var change = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }

    /** As {@code time_zone}, {@code timezone} and {@code timeZone} are the same to who types them. */
    private static String letters(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
