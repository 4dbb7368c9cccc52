package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What one process can tell another. */
public enum Signal {
    QUIT,
    STOP,
    CONT;

    public void send(ProcessHandle process) {
        try {
            int code = new ProcessBuilder("kill", "-" + this, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("No process " + process.pid() + " to send " + this);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
