package dev.colloquy.booking.joining;

import dev.colloquy.booking.bearer.CandidateBearers;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.joining.ConnectionView.IceServer;
import dev.colloquy.booking.room.RoomConfig;
import dev.colloquy.booking.room.RoomTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives whoever was let in a seat: the same room and identity each time, fresh tokens. */
@ApplicationScoped
class Seats {

    private final RoomTokens rooms;
    private final CandidateBearers bearers;
    private final RoomConfig config;

    Seats(RoomTokens rooms, CandidateBearers bearers, RoomConfig config) {
        this.rooms = rooms;
        this.bearers = bearers;
        this.config = config;
    }

    ConnectionView seatFor(Booking booking) {
        var interview = booking.interviewId();
        return new ConnectionView(
                rooms.serverUrl().orElse(null),
                interview.roomName(),
                RoomTokens.PARTICIPANT_NAME,
                rooms.tokenFor(interview).orElse(null),
                interview,
                bearers.bearerFor(booking).token(),
                booking.provider(),
                config.iceServers().map(IceServer::new).map(List::of).orElse(List.of()));
    }
}
