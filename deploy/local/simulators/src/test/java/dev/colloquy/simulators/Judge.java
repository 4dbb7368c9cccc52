package dev.colloquy.simulators;

import dev.colloquy.local.embedded.NodeProject;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;

/** A provider's own Node SDK or a browser, installed from {@code src/test/node/<name>}, and scripts that use it. */
record Judge(NodeProject project) {

    static Judge install(String name) {
        return new Judge(NodeProject.install(Path.of("target/node", name), Path.of("src/test/node", name)));
    }

    /** What the script prints as its last line; it must be a JSON object. */
    JsonObject script(String file, Map<String, String> environment, String... arguments) {
        return new JsonObject(project.script(file, environment, arguments));
    }
}
