package dev.colloquy.session.live;

import org.jspecify.annotations.Nullable;

/**
 * A message on a stream.
 *
 * @param id what the reader has seen once it has read this, to resume from; of several that belong together only the last
 *     has one
 */
record LiveMessage(String name, @Nullable String id, Object data) {

    static final String SNAPSHOT = "snapshot";
    static final String RESYNC = "resync";
    static final String STATE = "state";
    static final String TRANSCRIPT = "transcript";
    static final String END = "end";

    /** Why nothing more comes. */
    record End(String reason) {}

    static LiveMessage end(String reason) {
        return new LiveMessage(END, null, new End(reason));
    }

    LiveMessage withId(String last) {
        return new LiveMessage(name, last, data);
    }
}
