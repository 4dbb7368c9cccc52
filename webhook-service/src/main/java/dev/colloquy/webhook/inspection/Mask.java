package dev.colloquy.webhook.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Shows a body without what is said in it: structure, numbers and booleans stay, a string only where it is known to be an
 * id, a word of a list or a time, and looks like one. Of the others it tells the length.
 */
record Mask(ShownFields shown) {

    /** What providers call their fields; another name may have been chosen by a person. */
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNode of(JsonNode body) {
        return of(body, "");
    }

    private JsonNode of(JsonNode node, String path) {
        return switch (node) {
            case ObjectNode object -> object(object, path);
            case ArrayNode array -> array(array, path);
            default -> node.isNumber() || node.isBoolean() || node.isNull() ? node : text(node.asText(), path);
        };
    }

    private ObjectNode object(ObjectNode object, String path) {
        var masked = NODES.objectNode();
        object.properties().forEach(field -> {
            var name = name(field.getKey(), masked);
            masked.set(name, of(field.getValue(), path.isEmpty() ? name : path + "." + name));
        });
        return masked;
    }

    /** Entries of an array are all at the path of the array. */
    private ArrayNode array(ArrayNode array, String path) {
        var masked = NODES.arrayNode(array.size());
        array.forEach(entry -> masked.add(of(entry, path)));
        return masked;
    }

    private JsonNode text(String text, String path) {
        return NODES.textNode(shown.shows(path, text) ? text : cover(text));
    }

    private static String name(String name, ObjectNode siblings) {
        if (NAME.matcher(name).matches()) {
            return name;
        }
        var cover = cover(name);
        return siblings.has(cover) ? cover + "#" + siblings.size() : cover;
    }

    private static String cover(String text) {
        return "•••(" + text.length() + ")";
    }
}
