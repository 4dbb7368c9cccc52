package dev.colloquy.simulators.openai.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way between a browser and a peer, through this process: it can be cut, and then neither learns why the other one is
 * silent. The library alone could only hang up, which it tells the browser.
 */
final class Wire {

    private static final Logger LOG = Logger.getLogger(Wire.class.getName());
    private static final Pattern CANDIDATE =
            Pattern.compile("a=candidate:\\S+ \\d+ udp \\d+ ([\\d.]+|[\\da-fA-F:]+) (\\d+) .*");

    private final Wires wires;
    private final Map<InetSocketAddress, Door> doors = new HashMap<>();
    private final String answer;

    /** Lays it before every address of an answer. */
    Wire(Wires wires, String answer) {
        this.wires = wires;
        List<String> lines = new ArrayList<>();
        for (String line : answer.split("\r\n", -1)) {
            Matcher candidate = CANDIDATE.matcher(line);
            if (candidate.matches()) {
                divert(line, candidate, lines);
            } else {
                lines.add(line);
            }
        }
        this.answer = doors.isEmpty() ? answer : String.join("\r\n", lines);
    }

    /** The answer that leads a browser here. */
    String answer() {
        return answer;
    }

    void cut() {
        wires.execute(() -> doors.values().forEach(Wire::shut));
    }

    /** An address nobody can stand before is not told to the browser. */
    private void divert(String line, Matcher candidate, List<String> lines) {
        try {
            InetAddress host = InetAddress.getByName(candidate.group(1));
            InetSocketAddress peer = new InetSocketAddress(host, Integer.parseInt(candidate.group(2)));
            @Nullable Door door = doors.get(peer);
            if (door == null) {
                door = new Door(wires, peer);
                doors.put(peer, door);
            }
            lines.add(line.substring(0, candidate.start(2)) + door.port() + line.substring(candidate.end(2)));
        } catch (IOException unusable) {
            LOG.log(Level.FINE, "no way to " + line, unusable);
        }
    }

    private static void shut(Door door) {
        try {
            door.shut();
        } catch (IOException failure) {
            LOG.log(Level.FINE, "a way stays open", failure);
        }
    }
}
