package dev.colloquy.simulators.livekit.rooms;

import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRoom.CreateRoomRequest;

/** Whoever needs to know what happens in the rooms: webhooks, agents, recorders. */
public interface RoomAudience {

    /** The request says which agents and recordings the room starts with. */
    default void created(LiveRoom room, CreateRoomRequest request) {}

    /** The participant's media are connected. */
    default void joined(LiveRoom room, ParticipantInfo participant) {}

    default void left(LiveRoom room, ParticipantInfo participant) {}

    /** A participant is gone whose media never connected. */
    default void aborted(LiveRoom room, ParticipantInfo participant) {}

    default void published(LiveRoom room, ParticipantInfo publisher, TrackInfo track) {}

    default void unpublished(LiveRoom room, ParticipantInfo publisher, TrackInfo track) {}

    /** The server or a participant sent data into the room. */
    default void told(LiveRoom room, DataMessage message) {}

    /** Called before the participants are sent away. */
    default void closing(LiveRoom room) {}

    default void finished(LiveRoom room) {}
}
