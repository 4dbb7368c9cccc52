package dev.colloquy.local;

import dev.colloquy.local.stack.AlreadyRunning;
import dev.colloquy.local.stack.LocalStack;
import dev.colloquy.local.stack.StackOptions;
import dev.colloquy.local.stack.StackSettings;
import dev.colloquy.local.stack.StartFailed;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the whole of Colloquy until it is told to end (Ctrl-C, SIGTERM). Exit code 1 if it cannot start, 2 if the
 * options make no sense, 3 if it is already running.
 */
public final class Stack {

    private Stack() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var settings = new StackSettings(System.getenv(), System.out, Clock.systemUTC(), new SecureRandom());
            run(StackOptions.parse(List.of(arguments)), settings);
        } catch (StackOptions.Unusable e) {
            fail(2, e);
        } catch (AlreadyRunning e) {
            fail(3, e);
        } catch (StartFailed e) {
            fail(1, e);
        }
    }

    private static void run(StackOptions options, StackSettings settings) throws InterruptedException {
        var stack = new LocalStack(options, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        stack.start();
        new CountDownLatch(1).await();
    }

    private static void fail(int code, RuntimeException problem) {
        System.err.println(problem.getMessage());
        System.exit(code);
    }
}
