package dev.colloquy.local.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps the servers inside this JVM from filling its log: they report warnings only. */
final class QuietLogs {

    /** Held, because the log manager forgets loggers (and their levels) that nobody holds. */
    private static final List<Logger> CHATTY = Stream.of(
                    "org.apache.kafka",
                    "kafka",
                    "state",
                    "org.gaul",
                    "jclouds",
                    "com.icegreen.greenmail",
                    "io.zonky.test")
            .map(Logger::getLogger)
            .toList();

    private QuietLogs() {}

    static void apply() {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
        Logger.getLogger("org.apache.kafka.common.utils.AppInfoParser").setLevel(Level.SEVERE);
    }
}
