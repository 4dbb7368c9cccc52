package dev.colloquy.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** {@code ./colloquy demo}: plays one interview of each kind and prints every step with its time. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Demo() {}

    /** One argument: the file with the addresses of the running stack. Exits 1 when a step fails. */
    public static void main(String[] arguments) throws IOException {
        var stack = StackAddress.read(Path.of(arguments[0]));
        System.exit(play(stack, System.out, Clock.systemUTC()) ? 0 : 1);
    }

    /** Whether every step did what it should. */
    public static boolean play(StackAddress stack, PrintStream out, Clock clock) {
        long start = clock.millis();
        try (var web = new Web(stack.edge())) {
            var steps = new Steps(out, clock, PATIENCE);
            var booked = new BookedInterview(stack, web, steps, clock).play();
            var practice = new PracticeInterview(stack, web, steps).play();
            out.printf(
                    "%nDone in %d ms. The results, for a bearer from `./colloquy token recruiter@acme`:%n",
                    clock.millis() - start);
            out.printf("  %s%n  %s%n", booked, practice);
            return true;
        } catch (StepFailed | CompletionException e) {
            out.printf("%nThe demo stopped: %s%n", e.getMessage());
            return false;
        }
    }
}
