package dev.colloquy.simulators.openai.peer;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.function.Consumer;

/** Observers of session descriptions as pairs of actions. */
final class Descriptions {

    private Descriptions() {}

    static SetSessionDescriptionObserver onSet(Runnable done, Consumer<String> failed) {
        return new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                done.run();
            }

            @Override
            public void onFailure(String reason) {
                failed.accept(reason);
            }
        };
    }

    static CreateSessionDescriptionObserver onCreated(Consumer<RTCSessionDescription> done, Consumer<String> failed) {
        return new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                done.accept(description);
            }

            @Override
            public void onFailure(String reason) {
                failed.accept(reason);
            }
        };
    }
}
