package dev.colloquy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code <data>/run}: what is only true while a stack runs on this data. Held by one stack at a time. */
final class RunFolder implements AutoCloseable {

    /** Marks processes of a stack, with the data folder as its value. */
    static final String MARK = "colloquy.stack";

    private static final long PATIENCE_SECONDS = 25;

    private final Path folder;
    private final FileLock lock;

    private RunFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Empty if another stack runs on this data. */
    static Optional<RunFolder> take(Path data) {
        try {
            PrivateFile.folder(data);
            var folder = Files.createDirectories(data.resolve("run"));
            var file =
                    FileChannel.open(folder.resolve("stack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(file);
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
            PrivateFile.write(
                    folder.resolve("stack.pid"),
                    String.valueOf(ProcessHandle.current().pid()));
            return Optional.of(new RunFolder(folder, lock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    static Path environmentFile(Path data) {
        return data.resolve("run/stack.env");
    }

    Path pidFile(String process) {
        return folder.resolve(process + ".pid");
    }

    /** Ends processes of an earlier stack that was killed and could not end them itself. */
    void endLeftovers(Path data, Console console) {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(RunFolder::isOfAnEarlierRun).toList()) {
                processOf(file, data).ifPresent(process -> {
                    console.say("Ending process %d of an earlier run".formatted(process.pid()));
                    end(process);
                });
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("stack.env"));
            Files.deleteIfExists(folder.resolve("stack.pid"));
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfAnEarlierRun(Path file) {
        return file.toString().endsWith(".pid") && !file.endsWith("stack.pid");
    }

    private static Optional<ProcessHandle> processOf(Path pidFile, Path data) {
        try {
            var pid = Long.parseLong(Files.readString(pidFile).strip());
            return ProcessHandle.of(pid)
                    .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                            .anyMatch(("-D" + MARK + "=" + data)::equals));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly();
        }
    }
}
