package dev.colloquy.local.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real bearer of every kind of caller that has one. */
final class Callers {

    private Callers() {}

    static Map<String, String> bearers(StackAddress stack, Web web) {
        var signIn = new Bearers(stack, web);
        var bearers = new LinkedHashMap<String, String>();
        for (var role : List.of("candidate", "recruiter", "reviewer", "operator")) {
            bearers.put(role, signIn.ofUser(role + "@acme"));
        }
        bearers.put("admin", signIn.ofUser("admin"));
        bearers.put("agent", signIn.ofClient("interviewer-agent"));
        bearers.put("service", signIn.ofClient("session-service"));
        bearers.put("interviewee", interviewee(stack, web));
        return bearers;
    }

    private static String interviewee(StackAddress stack, Web web) {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        var steps = new Steps(silent, Clock.systemUTC(), Duration.ofSeconds(30));
        return new BookedInterview(stack, web, steps, Clock.systemUTC())
                .admitted()
                .getString("sessionToken");
    }
}
