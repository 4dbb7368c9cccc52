package dev.colloquy.gateway.seat;

import dev.colloquy.gateway.journal.JournalEntry;
import dev.colloquy.gateway.journal.JournalService;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Tells a seat what its interview's journal holds beyond what it was told before: each entry once, in order. */
@ApplicationScoped
public class SeatNews {

    private final Vertx vertx;
    private final JournalService journal;

    SeatNews(Vertx vertx, JournalService journal) {
        this.vertx = vertx;
        this.journal = journal;
    }

    public Uni<Void> catchUp(Seat seat) {
        return seat.reading().begin()
                ? inOwnContext(() -> read(seat)).onFailure().invoke(seat.reading()::giveUp)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> read(Seat seat) {
        var requests = seat.reading().requests();
        return journal.after(seat.interview(), seat.tenant(), seat.reading().eventId())
                .call(page -> tell(seat, page))
                .chain(page ->
                        page.size() < JournalService.PAGE && seat.reading().isDone(requests)
                                ? Uni.createFrom().voidItem()
                                : read(seat));
    }

    private static Uni<Void> tell(Seat seat, List<JournalEntry> page) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUniAndConcatenate(seat::tell)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** A session belongs to a context; whoever asks may be none, or have one of its own. */
    private Uni<Void> inOwnContext(Supplier<Uni<Void>> reading) {
        return Uni.createFrom().emitter(done -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ -> reading.get().subscribe().with(done::complete, done::fail));
        });
    }
}
