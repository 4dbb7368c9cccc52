package dev.colloquy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which process listens on a port, as far as this user may see it. */
final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Such as {@code postgres (process 4711)}. Empty where there is no /proc, or for processes of other users. */
    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(table -> sockets(table, port))
                .flatMap(socket -> processWith(socket).stream())
                .findFirst();
    }

    /** The names under which sockets that listen on the port appear among a process's open files. */
    private static Stream<String> sockets(Path table, int port) {
        var suffix = ":%04X".formatted(port);
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .filter(columns -> columns.get(1).endsWith(suffix))
                    .filter(columns -> columns.get(3).equals(LISTENING))
                    .map(columns -> "socket:[" + columns.get(9) + "]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> processWith(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .map(PortOwner::describe)
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return files.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static String describe(ProcessHandle process) {
        var name = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a program");
        return "%s (process %d)".formatted(name, process.pid());
    }
}
