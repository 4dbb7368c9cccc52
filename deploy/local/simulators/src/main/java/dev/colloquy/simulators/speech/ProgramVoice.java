package dev.colloquy.simulators.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A speech program that reads a text file ({@code -f}) and writes a WAV file. */
record ProgramVoice(List<String> command, String outputOption) implements Voice {

    private static final int PATIENCE_SECONDS = 20;

    /** flite's {@code slt} if installed, else espeak-ng: speech recognition understands the first one better. */
    static Optional<Voice> installed() {
        ProgramVoice flite = new ProgramVoice(List.of("flite", "-voice", "slt"), "-o");
        ProgramVoice espeak = new ProgramVoice(List.of("espeak-ng", "-v", "en-us"), "-w");
        return Stream.of(flite, espeak)
                .filter(ProgramVoice::isInstalled)
                .map(Voice.class::cast)
                .findFirst();
    }

    private boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.getFirst())));
    }

    @Override
    public Sound say(String text) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("speech");
        Path words = folder.resolve("words.txt");
        Path sound = folder.resolve("sound.wav");
        try {
            Files.writeString(words, text);
            speak(words, sound);
            return Sound.read(new ByteArrayInputStream(Files.readAllBytes(sound)));
        } finally {
            Files.deleteIfExists(words);
            Files.deleteIfExists(sound);
            Files.delete(folder);
        }
    }

    private void speak(Path words, Path sound) throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(
                        command.stream(), Stream.of("-f", words.toString(), outputOption, sound.toString()))
                .toList();
        Process program = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            program.destroyForcibly();
            throw new IOException(command.getFirst() + " does not end");
        }
        if (program.exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed with " + program.exitValue());
        }
    }
}
