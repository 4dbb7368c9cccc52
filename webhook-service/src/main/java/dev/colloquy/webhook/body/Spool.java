package dev.colloquy.webhook.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Bytes that are looked at: few ones in memory, more in a file of their own, which is gone when this is closed. */
public final class Spool implements AutoCloseable {

    private final DeferredFileOutputStream bytes;
    private final Runnable afterwards;

    Spool(DeferredFileOutputStream bytes, Runnable afterwards) {
        this.bytes = bytes;
        this.afterwards = afterwards;
    }

    /** Where they come in; to be closed before they are read. */
    public OutputStream sink() {
        return bytes;
    }

    public long size() {
        return bytes.getByteCount();
    }

    /** The bytes from their beginning, however often. */
    public InputStream open() {
        try {
            return bytes.toInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes; for those that are known to be few. */
    public byte[] toBytes() {
        try (var in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            bytes.close();
            if (!bytes.isInMemory()) {
                Files.deleteIfExists(bytes.getPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            afterwards.run();
        }
    }
}
