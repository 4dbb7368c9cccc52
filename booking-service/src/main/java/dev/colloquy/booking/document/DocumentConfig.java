package dev.colloquy.booking.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** What reading a document may cost. */
@ConfigMapping(prefix = "colloquy.booking.document")
public interface DocumentConfig {

    /** The largest file that is taken, in bytes. */
    @WithDefault("5242880")
    @Min(1)
    @Max(5242880)
    int maxSize();

    /** The longest a parser may run before it is killed. */
    @WithDefault("15s")
    Duration parserTimeout();

    /** Options of the parser's Java process. */
    @WithDefault("-Xmx256m,-XX:+ExitOnOutOfMemoryError,-XX:+UseSerialGC,-XX:TieredStopAtLevel=1")
    List<String> parserOptions();

    /** Parsers that run at the same time. */
    @WithDefault("2")
    @Min(1)
    int parsers();

    /** Documents that may wait for a parser; further ones are sent away. */
    @WithDefault("16")
    @Min(0)
    int waiting();
}
