package dev.colloquy.simulators.speech;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Speaks with the best voice of this machine and remembers what it has spoken. Used from one event loop only. */
public final class Speech {

    private static final Logger LOG = Logger.getLogger(Speech.class.getName());
    private static final int REMEMBERED = 100;

    private final Vertx vertx;
    private final Voice voice;
    private final Tones tones = new Tones();
    private final Map<String, Future<Sound>> spoken = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<Sound>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Speech(Vertx vertx, Voice voice) {
        this.vertx = vertx;
        this.voice = voice;
    }

    /** flite, else espeak-ng, else tones. */
    public static Speech ofThisMachine(Vertx vertx) {
        return new Speech(vertx, ProgramVoice.installed().orElseGet(Tones::new));
    }

    public Future<Sound> say(String text) {
        return spoken.computeIfAbsent(text, words -> vertx.executeBlocking(() -> spokenOrTones(words), false));
    }

    private Sound spokenOrTones(String text) throws InterruptedException {
        try {
            return voice.say(text);
        } catch (IOException silent) {
            LOG.log(Level.WARNING, "no speech, tones instead", silent);
            return tones.say(text);
        }
    }
}
