package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;

/** Whether the server has Redis, through which it reaches recorders. Without it nothing is recorded. */
final class Connection {

    private boolean up = true;

    boolean isUp() {
        return up;
    }

    void set(boolean nowUp) {
        this.up = nowUp;
    }

    void require() {
        if (!up) {
            throw new TwirpError(Code.INTERNAL, "egress not connected (redis required)");
        }
    }
}
