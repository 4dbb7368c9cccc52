package dev.colloquy.gateway.seat;

import dev.colloquy.gateway.journal.JournalEntry;
import dev.colloquy.gateway.journal.JournalService;
import dev.colloquy.messaging.WorkContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Tells a seat what its interview's journal holds beyond what it was told before: each entry once, in order. */
@ApplicationScoped
public class SeatNews {

    private final WorkContext work;
    private final JournalService journal;

    SeatNews(WorkContext work, JournalService journal) {
        this.work = work;
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
        return Uni.createFrom().completionStage(() -> work.run(reading).toCompletionStage());
    }
}
