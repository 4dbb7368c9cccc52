package dev.colloquy.booking.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where now is, seen from the window; {@code ended} says that the interview itself is over. */
public enum WindowState {
    @JsonProperty("early")
    EARLY,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("late")
    LATE,
    @JsonProperty("ended")
    ENDED
}
