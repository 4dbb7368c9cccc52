package dev.colloquy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command lines of the processes, from what the build has packaged. */
record Programs(Path root, Path data) {

    private static final List<String> SMALL_JVM = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Xss512k");

    List<String> service(ServiceName service) {
        var jar = packaged(service.module(), service.module() + "/target/quarkus-app/quarkus-run.jar");
        return java(service.module(), List.of("-jar", jar.toString()));
    }

    List<String> simulators() {
        var target = "deploy/local/simulators/target";
        var jar = packaged("local-simulators", target + "/local-simulators-0.1.0-SNAPSHOT.jar");
        var classPath = jar + ":" + root.resolve(target).resolve("lib/*");
        return java(
                Ports.SIMULATORS,
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, "dev.colloquy.simulators.Simulators"));
    }

    private Path packaged(String module, String path) {
        var jar = root.resolve(path);
        if (!Files.exists(jar)) {
            throw new StartFailed("%s is not built: %s is missing (./colloquy up builds it)".formatted(module, jar));
        }
        return jar;
    }

    private List<String> java(String name, List<String> program) {
        var command = new ArrayList<String>();
        ownProcessGroup().ifPresent(command::add);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.addAll(archivedClasses(name));
        command.add("-D" + RunFolder.MARK + "=" + data);
        command.addAll(program);
        return command;
    }

    /** From the second start on, the JVM finds its classes prepared: about a third less work. It keeps them itself. */
    private List<String> archivedClasses(String name) {
        var archive = data.resolve("classes").resolve(name + ".jsa");
        try {
            Files.createDirectories(archive.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
    }

    /** Ctrl-C in a terminal reaches the whole process group: only the stack itself shall hear it. */
    private static Optional<String> ownProcessGroup() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(setsid -> Files.isExecutable(Path.of(setsid)))
                .findFirst();
    }
}
