package dev.colloquy.booking.document;

/** What readers see of the code points that are added: one space or line break between words, nothing invisible. */
final class VisibleText {

    /** Composing sorts the marks of one letter, so their number is bounded (Unicode's stream-safe text, UAX 15). */
    private static final int MOST_MARKS = 30;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int NEXT_LINE = 0x85;

    private final StringBuilder text = new StringBuilder();
    private boolean spaceBefore;
    private boolean breakBefore;
    private int marks;

    void add(int character) {
        if (isLineBreak(character)) {
            breakBefore = true;
        } else if (isSpace(character)) {
            spaceBefore = true;
        } else if (!isInvisible(character)) {
            append(character);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void append(int character) {
        marks = isMark(character) ? marks + 1 : 0;
        if (marks > MOST_MARKS) {
            return;
        }
        if (!text.isEmpty() && (spaceBefore || breakBefore)) {
            text.append(breakBefore ? '\n' : ' ');
        }
        spaceBefore = false;
        breakBefore = false;
        text.appendCodePoint(character);
    }

    private static boolean isLineBreak(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (character >= '\n' && character <= '\r') || character == NEXT_LINE;
        };
    }

    private static boolean isSpace(int character) {
        return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    /** Control and format characters (bidirectional overrides, zero width, tags) but joiners, which some scripts need. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            case Character.CONTROL, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
