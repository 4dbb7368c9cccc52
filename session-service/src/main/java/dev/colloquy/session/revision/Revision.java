package dev.colloquy.session.revision;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A state of something that changes: {@code ETag} in answers, {@code If-Match} in requests, such as {@code "3"}. */
public record Revision(int number) {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    /**
     * Reads {@code If-Match}. Any other form than ours names a state that there never was.
     *
     * @throws RevisionMissing when the caller does not say what he has seen
     * @throws ChangedMeanwhile when he has not seen any state of it
     */
    public static Revision ofIfMatch(@Nullable String header) {
        if (header == null) {
            throw new RevisionMissing();
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ChangedMeanwhile();
        }
        return new Revision(Integer.parseInt(tag.group(1)));
    }

    public EntityTag tag() {
        return new EntityTag(String.valueOf(number));
    }

    /**
     * Refuses a change of what somebody else has changed since.
     *
     * @throws ChangedMeanwhile when this is not the current state
     */
    public void requireCurrent(int current) {
        if (number != current) {
            throw new ChangedMeanwhile();
        }
    }
}
