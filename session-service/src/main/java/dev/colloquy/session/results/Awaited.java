package dev.colloquy.session.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is still to come.
 *
 * @param what one word for it, such as {@code recording}
 * @param until when it is given up, fixed when it was first waited for; absent where nobody gives up
 * @param then what happens if it does not come, a sentence for people
 */
public record Awaited(String what, Instant since, @Nullable Instant until, String then) {}
