package dev.colloquy.simulators.livekit.rooms;

import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;

/** Whoever needs to know what happens in the rooms: webhooks, agents, recorders. */
public interface RoomAudience {

    /** The request says which agents and recordings the room starts with. */
    default void created(LiveRoom room, CreateRoomRequest request) {}

    default void joined(LiveRoom room, ParticipantInfo participant) {}

    default void left(LiveRoom room, ParticipantInfo participant) {}

    /** Called before the participants are sent away. */
    default void closing(LiveRoom room) {}

    default void finished(LiveRoom room) {}
}
