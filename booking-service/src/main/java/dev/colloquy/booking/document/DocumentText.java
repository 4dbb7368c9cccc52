package dev.colloquy.booking.document;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Makes text from outside fit to be stored, shown and quoted. Whatever comes in costs time in proportion to its length,
 * and only so much of it is looked at.
 */
public final class DocumentText {

    static final int MOST_READ = ParserMain.MOST_CHARACTERS;
    private static final int MOST_KEPT = 50_000;

    private DocumentText() {}

    /** Composed (NFC), nothing invisible, white space collapsed, at most 50,000 characters; empty if nothing is left. */
    public static Optional<String> clean(String raw) {
        var text = new VisibleText();
        raw.codePoints().limit(MOST_READ).forEach(text::add);
        var composed = Normalizer.normalize(text.toString(), Normalizer.Form.NFC);
        return composed.isEmpty() ? Optional.empty() : Optional.of(cap(composed));
    }

    private static String cap(String text) {
        if (text.length() <= MOST_KEPT) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MOST_KEPT - 1)) ? MOST_KEPT - 1 : MOST_KEPT;
        return text.substring(0, end).strip();
    }
}
