package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.seat.Seat;
import dev.colloquy.gateway.seat.ServerMessage.Ack;
import dev.colloquy.gateway.seat.ServerMessage.Failure;
import dev.colloquy.gateway.transcript.Transcripts;
import dev.colloquy.gateway.transcript.Turn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has a client's turns stored, one batch at a time, and says which are. */
@ApplicationScoped
class Dictation {

    private static final long AFTER_MS = 1000;

    private final Transcripts transcripts;

    Dictation(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    /** Fails when a batch could not be stored; the client sends again what it was not told to be. */
    Uni<Void> take(Seat seat, List<Turn> turns) {
        return seat.turns().offer(turns)
                ? storeAll(seat)
                : seat.send(new Failure("slow_down", "Too many turns are waiting. Please send them again.", AFTER_MS));
    }

    private Uni<Void> storeAll(Seat seat) {
        var batch = seat.turns().take();
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : store(seat, batch).chain(() -> storeAll(seat));
    }

    private Uni<Void> store(Seat seat, List<Turn> batch) {
        return transcripts
                .store(seat.interview(), batch)
                .onFailure()
                .invoke(seat.turns()::failed)
                .onCancellation()
                .invoke(seat.turns()::failed)
                .invoke(seat.turns()::stored)
                .chain(() -> seat.send(new Ack(batch.stream().map(Turn::itemId).toList())));
    }
}
