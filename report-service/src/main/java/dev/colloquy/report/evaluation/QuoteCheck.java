package dev.colloquy.report.evaluation;

import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.dossier.Dossier.Entry;
import dev.colloquy.report.evaluator.Draft.Claim;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks quotes up where they are said to stand. Case, spaces, and the shapes of quotation marks and dashes do not
 * count, every word does. What the interviewer said proves nothing, and neither do one or two words out of many.
 */
final class QuoteCheck {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\\p{Pi}\\p{Pf}\"'`´]");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern AROUND = Pattern.compile("^[' .,;:!?]+|[' .,;:!?]+$");

    private final Map<String, String> said = new HashMap<>();

    QuoteCheck(Dossier dossier) {
        dossier.transcript().stream()
                .filter(Entry::isCandidates)
                .forEach(entry -> said.put(entry.entryId(), normalised(entry.text())));
    }

    boolean holds(Claim claim) {
        var entry = said.getOrDefault(claim.entryId(), "");
        var quote = normalised(claim.text());
        return !quote.isEmpty() && (entry.equals(quote) || (words(quote) >= FEWEST_WORDS && contains(entry, quote)));
    }

    /** Not in the middle of a word. */
    private static boolean contains(String entry, String quote) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(quote) + "(?![\\p{L}\\p{N}])")
                .matcher(entry)
                .find();
    }

    private static int words(String text) {
        return text.split(" ", -1).length;
    }

    private static String normalised(String text) {
        var compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var plainMarks = QUOTATION_MARKS.matcher(compatible).replaceAll("'");
        var plainDashes = DASHES.matcher(plainMarks).replaceAll("-");
        var plainSpaces = SPACES.matcher(plainDashes).replaceAll(" ").toLowerCase(Locale.ROOT);
        return AROUND.matcher(plainSpaces).replaceAll("");
    }
}
