package dev.colloquy.local.stack;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** What the stack takes from the machine it runs on. */
public record StackSettings(Map<String, String> userEnvironment, PrintStream out, Clock clock, SecureRandom random) {}
