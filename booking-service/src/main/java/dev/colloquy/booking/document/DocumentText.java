package dev.colloquy.booking.document;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes text from outside fit to be stored, shown and quoted. */
public final class DocumentText {

    private static final int MOST = 50_000;

    /** Control and format characters (bidirectional overrides, zero width, tags) but joiners, which some scripts need. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t\\v\\u200c\\u200d]]");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\h*\\v\\s*");
    private static final Pattern SPACES = Pattern.compile("\\h+");

    private DocumentText() {}

    /** Composed (NFC), nothing invisible, white space collapsed, at most 50,000 characters; empty if nothing is left. */
    public static Optional<String> clean(String raw) {
        var visible = INVISIBLE.matcher(raw).replaceAll("");
        var lines = LINE_BREAKS.matcher(visible).replaceAll("\n");
        var text = SPACES.matcher(lines).replaceAll(" ").strip();
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.isEmpty() ? Optional.empty() : Optional.of(cap(composed));
    }

    private static String cap(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end).strip();
    }
}
