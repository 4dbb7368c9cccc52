package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many sockets of this replica are in use, by all, by each tenant and by each interview, from the upgrade on. */
@ApplicationScoped
class Occupancy {

    private record Share(Object holder, int limit) {}

    private static final Object EVERYBODY = "everybody";

    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();
    private final SocketConfig config;

    Occupancy(SocketConfig config) {
        this.config = config;
    }

    /** Whether this replica has no room for anybody. */
    boolean isFull() {
        return taken.getOrDefault(EVERYBODY, 0) >= config.maxSockets();
    }

    /** Takes a place; false when the tenant or the interview has as many as it may have, or everybody together. */
    boolean enter(Ticket ticket) {
        var shares = shares(ticket);
        for (var index = 0; index < shares.size(); index++) {
            if (!take(shares.get(index))) {
                shares.subList(0, index).forEach(this::free);
                return false;
            }
        }
        return true;
    }

    void leave(Ticket ticket) {
        shares(ticket).forEach(this::free);
    }

    private List<Share> shares(Ticket ticket) {
        return List.of(
                new Share(EVERYBODY, config.maxSockets()),
                new Share(ticket.tenant(), config.maxSocketsPerTenant()),
                new Share(ticket.interview(), config.maxSocketsPerInterview()));
    }

    private boolean take(Share share) {
        var refused = new AtomicBoolean();
        taken.compute(share.holder(), (_, count) -> {
            refused.set(count != null && count >= share.limit());
            return refused.get() ? count : Integer.valueOf(count == null ? 1 : count + 1);
        });
        return !refused.get();
    }

    private void free(Share share) {
        taken.computeIfPresent(share.holder(), (_, count) -> count > 1 ? count - 1 : null);
    }
}
