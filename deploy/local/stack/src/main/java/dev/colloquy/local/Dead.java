package dev.colloquy.local;

import dev.colloquy.local.demo.Bearers;
import dev.colloquy.local.demo.StackAddress;
import dev.colloquy.local.demo.StepFailed;
import dev.colloquy.local.demo.Web;
import dev.colloquy.local.stack.ServiceName;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code ./colloquy dead}: lists what died in the services of the running stack, or gives it another life. */
public final class Dead {

    private static final List<String> KINDS = List.of("message", "work", "letter");
    private static final String ROW = "%-52s  %-24s  %-36s  %-24s  %s%n";

    private final StackAddress stack;
    private final Web web;
    private final String bearer;
    private final PrintStream out;

    private Dead(StackAddress stack, Web web, PrintStream out) {
        this.stack = stack;
        this.web = web;
        this.bearer = new Bearers(stack, web).ofUser("admin");
        this.out = out;
    }

    /** Arguments: the file with the addresses of the running stack, then nothing or {@code replay ID|--all}. */
    public static void main(String[] arguments) throws IOException {
        var words = Arrays.asList(arguments);
        System.exit(run(StackAddress.read(Path.of(words.getFirst())), words.subList(1, words.size()), System.out));
    }

    /** The exit code: 1 when a service refused, 2 when the words make no sense. */
    public static int run(StackAddress stack, List<String> words, PrintStream out) {
        try (var web = new Web(stack.edge())) {
            var dead = new Dead(stack, web, out);
            if (words.isEmpty()) {
                dead.list();
            } else if (words.equals(List.of("replay", "--all"))) {
                dead.replayAll();
            } else if (words.size() == 2
                    && words.getFirst().equals("replay")
                    && words.getLast().contains("/")) {
                dead.replay(words.getLast());
            } else {
                out.println("Usage: ./colloquy dead [replay SERVICE/ID|--all]");
                return 2;
            }
            return 0;
        } catch (StepFailed e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private void list() {
        out.printf(ROW, "ID", "TOPIC OR QUEUE", "KEY", "DIED", "REASON");
        long total = 0;
        for (var service : ServiceName.values()) {
            var page = web.get(url(service.inApi()) + "?size=100", bearer);
            page.getJsonArray("items").forEach(item -> print(service.inApi(), (JsonObject) item));
            total += page.getLong("total");
        }
        out.printf("%d dead; of each service the newest 100 are shown%n", total);
    }

    private void print(String service, JsonObject dead) {
        var reason = dead.getString("reason").lines().findFirst().orElse("");
        out.printf(
                ROW,
                service + "/" + dead.getString("id"),
                dead.getString("subject"),
                dead.getString("key"),
                dead.getString("diedAt"),
                reason.substring(0, Math.min(reason.length(), 100)));
    }

    private void replay(String serviceAndId) {
        var words = serviceAndId.split("/", 2);
        web.post(url(words[0]) + "/" + words[1] + "/replay", bearer, new JsonObject());
        out.println("Replayed " + serviceAndId);
    }

    private void replayAll() {
        for (var service : ServiceName.values()) {
            for (var kind : KINDS) {
                var answer = web.post(url(service.inApi()) + "/replay?kind=" + kind, bearer, new JsonObject());
                out.printf("%-8s %-8s %d replayed%n", service.inApi(), kind, answer.getInteger("replayed"));
            }
        }
    }

    private String url(String service) {
        return stack.edge() + "/api/operations/" + service + "/dead-messages";
    }
}
