package dev.colloquy.session.live;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** An interview that somebody on this replica watches. It is looked at once for all of them, and once at a time. */
final class LiveInterview {

    private final InterviewId id;
    private final TenantId tenant;
    private final Set<LiveStream> streams = new CopyOnWriteArraySet<>();
    private volatile @Nullable LivePicture latest;
    private boolean looking;
    private boolean askedAgain;

    LiveInterview(InterviewId id, TenantId tenant) {
        this.id = id;
        this.tenant = tenant;
    }

    InterviewId id() {
        return id;
    }

    TenantId tenant() {
        return tenant;
    }

    @Nullable
    LivePicture latest() {
        return latest;
    }

    /** Whether it is not shown as it is; what is gone has no tag, and nothing to show. */
    boolean isOtherThan(@Nullable String tag) {
        var shown = latest;
        return tag != null && (shown == null || !shown.tag().equals(tag));
    }

    Set<LiveStream> streams() {
        return streams;
    }

    /** Whether somebody should look now; if somebody does already, he will look once more. */
    synchronized boolean beginLooking() {
        if (looking) {
            askedAgain = true;
            return false;
        }
        looking = true;
        return true;
    }

    /** Whether to look again at once. */
    synchronized boolean endLooking() {
        looking = false;
        var again = askedAgain;
        askedAgain = false;
        return again;
    }

    void show(LivePicture picture) {
        latest = picture;
        List.copyOf(streams).forEach(stream -> stream.show(picture));
    }
}
